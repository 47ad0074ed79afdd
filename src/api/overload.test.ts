/** What an API does with more requests than it can answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { until } from '../../test/until.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { quiet, startApi, testFlow } from './api.fixture.ts';
import { createTurn } from './overload.ts';

const NEVER = '/api/about?after=movies:0:999';

test('beyond what may wait at once requests are turned away, and taken again once there is room', async (t) => {
  const metrics = createMetrics({ version: '0.0.0', readFlow: async () => testFlow, logger: quiet });
  const { api } = await startApi(t, {
    metrics,
    overload: { inFlight: 3, perTurn: 32, turnMs: 1_000 },
    waitLimitMs: 60_000,
  });
  const url = await api.listen({ port: 0, host: '127.0.0.1' });
  const stop = new AbortController();
  const waiting = Array.from({ length: 3 }, async () => fetch(url + NEVER, { signal: stop.signal }));
  const all = Promise.allSettled(waiting);
  const about = async () => fetch(`${url}/api/about`);
  await until('three wait', async () => (await about()).status === 503);
  const refused = await about();
  assert.equal(refused.headers.get('retry-after'), '1');
  assert.match(refused.headers.get('content-type') ?? '', /problem\+json/);
  assert.equal((await fetch(`${url}/healthz`)).status, 200, 'who looks after it is let in');
  const told = await (await fetch(`${url}/metrics`)).text();
  assert.ok(Number(/matinee_http_shed_total (\d+)/.exec(told)?.[1]) >= 2);
  stop.abort();
  await all;
  await until('there is room again', async () => (await about()).status === 200);
});

test('the rest of a turn of the event loop that brought many, and lasts, is turned away', async (t) => {
  const { api } = await startApi(t, { overload: { inFlight: 1_000, perTurn: 2, turnMs: -1 } });
  // All of these are handed over before the loop turns.
  const answers = await Promise.all(Array.from({ length: 5 }, () => api.inject('/api/about')));
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 503, 503, 503]);
  await setImmediate();
  const later = await api.inject('/api/about');
  assert.equal(later.statusCode, 200);
});

test('a turn counts its requests, and how long it goes on, anew', () => {
  let [time, end] = [100, () => {}];
  const turn = createTurn(
    () => time,
    (atItsEnd) => {
      end = atItsEnd;
    },
  );
  assert.deepEqual(turn.take(), { requests: 1, ms: 0 });
  time = 130;
  assert.deepEqual(turn.take(), { requests: 2, ms: 30 });
  end();
  assert.deepEqual(turn.take(), { requests: 1, ms: 0 });
});
