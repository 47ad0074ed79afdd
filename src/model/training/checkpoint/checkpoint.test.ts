/** A checkpoint is read back as it was written or not at all, and a job that was killed goes on to the same bits. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import { defaultParams } from '../../params.ts';
import { type CheckpointNotice, openCheckpoint } from './checkpoint.ts';
import { type FitProgress, type JobIdentity, readCheckpoint, writeCheckpoint } from './checkpoint-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-checkpoint-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'training.checkpoint');

const identity: JobIdentity = { program: 'p', data: 'd', candidates: 'c', holdout: 'h', seed: '1' };
const floats = fc.float32Array({ noNaN: true, maxLength: 40 });
/** Plain objects, as reading makes them. */
const plain = { noNullPrototype: true } as const;
const figure = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0));
const anyFit: fc.Arbitrary<FitProgress> = fc.record(
  {
    iteration: fc.nat(1_000),
    seconds: fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0),
    trials: fc.array(
      fc.record(
        {
          params: fc.constantFrom(defaultParams('als', 'rating'), defaultParams('blend', 'ranking')),
          metrics: fc.record({ rmse: figure, mae: figure }, plain),
          fitSeconds: fc.nat(100),
        },
        plain,
      ),
      { maxLength: 3 },
    ),
    factors: fc.option(fc.record({ users: floats, items: floats }, plain)),
  },
  plain,
);
const anyFits = fc.dictionary(fc.string({ maxLength: 12 }), anyFit, { maxKeys: 4, noNullPrototype: true });

describe('the file', () => {
  test('gives back what was written', () => {
    fc.assert(
      fc.property(anyFits, (fits) => {
        const content = { identity, fits: new Map(Object.entries(fits)) };
        writeCheckpoint(file, content);
        assert.deepEqual(readCheckpoint(file), { state: 'whole', content });
      }),
    );
  });

  test('is damaged with any byte changed, and with any part missing', () => {
    writeCheckpoint(file, {
      identity,
      fits: new Map([
        [
          'fit',
          {
            iteration: 3,
            seconds: 1,
            trials: [],
            factors: { users: new Float32Array(9), items: new Float32Array(7) },
          },
        ],
      ]),
    });
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ change;
        writeFileSync(file, bytes);
        assert.equal(readCheckpoint(file).state, 'damaged');
        writeFileSync(file, whole.subarray(0, at));
        assert.equal(readCheckpoint(file).state, 'damaged');
      }),
    );
  });
});

describe('a checkpoint', () => {
  const progress = { iteration: 2, seconds: 1, trials: [] };
  const factors = () => ({ users: Float32Array.of(1, 2), items: Float32Array.of(3) });
  const open = (other: Partial<JobIdentity> = {}, now = () => 0, everyMs = 0) => {
    const notices: CheckpointNotice[] = [];
    const checkpoint = openCheckpoint(
      { file, everyMs },
      { ...identity, ...other },
      (notice) => notices.push(notice),
      now,
    );
    return { checkpoint, notices };
  };

  test('is written no more often than it may be', () => {
    rmSync(file, { force: true });
    let time = 0;
    const { checkpoint, notices } = open({}, () => time, 5_000);
    assert.deepEqual(notices, []);
    for (time = 0; time < 5_000; time += 500) checkpoint.note('fit', progress, factors, false);
    assert.equal(existsSync(file), false);
    checkpoint.note('fit', progress, factors, false);
    assert.equal(open().checkpoint.recall('fit')?.iteration, 2);
    const written = readFileSync(file);
    checkpoint.note('fit', { ...progress, iteration: 3 }, factors, false);
    assert.deepEqual(readFileSync(file), written);
  });

  test('is for the same job, and says what differs in another', () => {
    open().checkpoint.note('fit', progress, factors, true);
    const same = open();
    assert.deepEqual(same.notices, [{ kind: 'resumed', iterations: 2 }]);
    assert.deepEqual(same.checkpoint.recall('fit'), { ...progress, factors: factors() });
    assert.equal(same.checkpoint.recall('another fit'), null);
    for (const difference of ['program', 'data', 'candidates', 'holdout', 'seed'] as const) {
      const other = open({ [difference]: 'other' });
      assert.deepEqual(other.notices, [{ kind: 'anew', difference }]);
      assert.equal(other.checkpoint.recall('fit'), null);
    }
  });

  test('that is damaged is put aside', () => {
    writeFileSync(file, 'not a checkpoint at all, but long enough to be taken for one');
    const { checkpoint, notices } = open();
    const keptAs = `${file}.damaged`;
    assert.deepEqual(notices, [{ kind: 'damaged', keptAs, problem: 'it is no checkpoint' }]);
    assert.equal(checkpoint.recall('fit'), null);
    assert.match(readFileSync(keptAs, 'utf8'), /^not a checkpoint/);
    assert.equal(existsSync(file), false);
  });
});

/** Trains in a process of its own, and kills it once it has said so many iterations; gives what it said. */
async function trainOnce(checkpoint: string, killAfter: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'testing/train-once.ts');
  const child = spawn(process.execPath, [script, checkpoint], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  let iterations = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    if (line === 'iteration' && ++iterations === killAfter) child.kill('SIGKILL');
  });
  await once(child, 'close');
  return said;
}

/** Of all fits: what candidates share is done once. */
const ITERATIONS = 2 * (7 + 6) + 2 * 6 + 1 + 7 + 6;

test('a job that is killed at any iteration goes on to the same bits', async (t) => {
  const uninterrupted = (await trainOnce('', Number.POSITIVE_INFINITY)).at(-1);
  assert.match(uninterrupted ?? '', /^done [0-9a-f]{64} [0-9a-f]{64}$/);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: ITERATIONS - 8 }),
      fc.integer({ min: 1, max: 8 }),
      async (first, more) => {
        rmSync(file, { force: true });
        assert.ok(!(await trainOnce(file, first)).some((line) => line.startsWith('done')));
        assert.equal(readCheckpoint(file).state, 'whole');
        const again = await trainOnce(file, first + more);
        t.diagnostic(`killed after ${first}, then after ${first + more} iterations`);
        const last = await trainOnce(file, Number.POSITIVE_INFINITY);
        assert.equal(again[0], 'resumed');
        assert.equal(last[0], 'resumed');
        assert.equal(last.at(-1), uninterrupted);
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
});
