import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLogger } from '../../test/silent-logger.ts';
import { type ErrorCode, MatineeError } from './errors.ts';
import { type Patience, untilAvailable } from './patience.ts';

function patient(changes: Partial<Patience> = {}): Patience & { waits: number[] } {
  const waits: number[] = [];
  return {
    waits,
    signal: new AbortController().signal,
    logger: silentLogger,
    backOff: { baseMs: 10, capMs: 40 },
    random: () => 1,
    sleep(ms) {
      waits.push(ms);
      return Promise.resolve();
    },
    ...changes,
  };
}

function failing(times: number, error: Error): () => Promise<string> {
  let left = times;
  return () => (left-- > 0 ? Promise.reject(error) : Promise.resolve('done'));
}

test('an outage is waited out, with growing waits', async () => {
  for (const code of ['UNAVAILABLE', 'TIMEOUT', 'RATE_LIMITED'] satisfies ErrorCode[]) {
    const patience = patient();
    const result = await untilAvailable('the test', failing(4, new MatineeError(code, 'away')), patience);
    assert.equal(result, 'done');
    assert.deepEqual(patience.waits, [10, 20, 40, 40]);
  }
});

test('what waiting cannot mend is raised at once', async () => {
  for (const error of [new TypeError('a defect'), new MatineeError('CORRUPT', 'broken')]) {
    const patience = patient();
    await assert.rejects(untilAvailable('the test', failing(1, error), patience), error);
    assert.deepEqual(patience.waits, []);
  }
});

test('stopping ends the wait', async () => {
  const patience = patient({ sleep: () => Promise.reject(new Error('aborted')) });
  const away = failing(1, new MatineeError('UNAVAILABLE', 'away'));
  await assert.rejects(untilAvailable('the test', away, patience), { code: 'CANCELLED' });
});

test('each failure is logged by its reason, without a trace', async () => {
  const logged: object[] = [];
  const logger = { ...silentLogger, warn: (fields: object) => void logged.push(fields) };
  await untilAvailable('the test', failing(1, new MatineeError('TIMEOUT', 'away')), patient({ logger }));
  assert.deepEqual(logged, [{ reason: 'away', attempt: 1 }]);
});
