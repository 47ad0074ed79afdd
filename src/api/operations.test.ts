/** What the API tells whoever runs it: metrics that Prometheus can read, and the flow. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics } from '../telemetry/metrics.ts';
import { ask, quiet, startApi, testFlow } from './api.fixture.ts';
import { FlowAnswerSchema } from './schemas/flow.ts';

/** Series of the text format by name and labels. */
function seriesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

test('metrics count requests by the pattern of their route, and name nobody', async (t) => {
  const { api } = await startApi(t);
  for (const userId of ['alice@example.org', 'bob']) {
    await api.inject(`/api/recommendations/users/${userId}`);
  }
  await api.inject('/nowhere/carol');
  const { body, headers } = await api.inject('/metrics');
  assert.match(String(headers['content-type']), /^text\/plain; version=0\.0\.4/);
  const labels = 'method="GET",route="/api/recommendations/users/:userId",status="200"';
  assert.equal(seriesOf(body).get(`matinee_http_request_duration_seconds_count{${labels}}`), 2);
  assert.doesNotMatch(body, /alice|bob|carol/);
});

test('metrics tell of the flow: what waits, what is indexed, what serves', async (t) => {
  const { api } = await startApi(t);
  const series = seriesOf((await api.inject('/metrics')).body);
  assert.equal(series.get('matinee_flow_readable'), 1);
  assert.equal(series.get('matinee_consumer_lag_records{topic="movies",partition="0"}'), 7);
  assert.equal(series.get('matinee_stream_records{topic="movies",partition="0"}'), 100);
  assert.equal(series.get('matinee_store_documents{index="ratings"}'), 93);
  assert.equal(series.get('matinee_dead_letters'), 2);
  assert.equal(series.get('matinee_model_info{version="v1",rating="als",ranking="ease"}'), 1);
  assert.equal(series.get('matinee_model_quality{task="rating",metric="rmse"}'), 0.9);
  assert.ok(!series.has('matinee_consumer_lag_records{topic="movies.dead",partition="0"}'));
});

test('a flow that cannot be read leaves nothing out of date behind', async () => {
  let readable = true;
  const readFlow = async () => {
    if (!readable) throw new Error('the store is away');
    return testFlow;
  };
  const metrics = createMetrics({ version: '1.2.3', readFlow, logger: quiet });
  assert.ok(seriesOf((await metrics.render()).text).has('matinee_dead_letters'));
  readable = false;
  const series = seriesOf((await metrics.render()).text);
  assert.equal(series.get('matinee_flow_readable'), 0);
  for (const name of series.keys()) {
    assert.doesNotMatch(name, /matinee_(dead|model|store|stream|consumer)/);
  }
  assert.equal(series.get('matinee_build_info{version="1.2.3"}'), 1);
});

test('the flow is told as it was read', async (t) => {
  const { api } = await startApi(t);
  const { process: answering, ...flow } = await ask(api, '/api/admin/flow', FlowAnswerSchema);
  assert.deepEqual(flow, testFlow);
  assert.ok(answering.uptimeSeconds > 0 && answering.residentBytes > answering.heapBytes);
});
