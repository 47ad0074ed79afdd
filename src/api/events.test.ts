/** Live updates over real connections: what is told, to whom, how often, and how it ends. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { suite, type TestContext, test } from 'node:test';
import { until } from '../../test/until.ts';
import { isJsonObject } from '../domain/json.ts';
import { type ApiFixture, accept, startApi, testModel } from './api.fixture.ts';
import { createEventHub } from './events/event-hub.ts';
import { createEventStream } from './events/event-stream.ts';

interface Listener {
  /** All that came so far. */
  text(): string;
  /** The data of the events of a kind, in order. */
  told(kind: string): unknown[];
  ended(): boolean;
  leave(): void;
}

async function listen(url: string): Promise<Listener> {
  const leaving = new AbortController();
  const response = await fetch(`${url}/api/events`, { signal: leaving.signal });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  let text = '';
  let ended = false;
  const decoder = new TextDecoder();
  const reading = response.body?.pipeTo(
    new WritableStream<Uint8Array>({
      write(bytes) {
        text += decoder.decode(bytes, { stream: true });
      },
    }),
  );
  reading
    ?.catch(() => undefined)
    .finally(() => {
      ended = true;
    });
  return {
    text: () => text,
    told: (kind) =>
      [...text.matchAll(/event: (\w+)\ndata: (.*)\n\n/g)]
        .filter(([, name]) => name === kind)
        .map(([, , data = '']): unknown => JSON.parse(data)),
    ended: () => ended,
    leave: () => leaving.abort(),
  };
}

async function startListening(t: TestContext): Promise<ApiFixture & { url: string }> {
  const fixture = await startApi(t);
  return { ...fixture, url: await fixture.api.listen({ host: '127.0.0.1', port: 0 }) };
}

const connections = (api: ApiFixture['api']) =>
  new Promise<number>((resolve, reject) => {
    api.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });

suite('GET /api/events', () => {
  test('begins with how things are, and tells what changes', async (t) => {
    const { api, url, stream, recommender } = await startListening(t);
    const listener = await listen(url);
    await until('the first events', () => listener.told('model').length === 1);
    assert.deepEqual(listener.told('model'), [{ modelVersion: 'v1' }]);
    const [totals] = listener.told('totals');
    assert.ok(isJsonObject(totals) && totals.dead === 2 && typeof totals.ratings === 'number');
    assert.equal(listener.told('charts').length, 0);

    recommender.setModel(testModel('v2'));
    await until('the new model', () => listener.told('model').length === 2);
    assert.deepEqual(listener.told('model')[1], { modelVersion: 'v2' });

    const position = await accept(api, '/api/ratings', { userId: 'u', movieId: 1, rating: 4 });
    const [topic = '', partition, offset] = position.split(':');
    stream.commit({ topic, partition: Number(partition), offset: Number(offset) + 1 });
    await until('that charts have changed', () => listener.told('charts').length === 1);
    assert.equal(listener.told('totals').length, 2);
    listener.leave();
    await until('that nobody listens', async () => (await connections(api)) === 0);
  });

  test('tells what charts would not show as totals alone', async (t) => {
    const { api, url, stream } = await startListening(t);
    const listener = await listen(url);
    await until('the first events', () => listener.told('model').length === 1);
    const view = { userId: 'u', movieId: 1, type: 'view' };
    const [topic = '', partition] = (await accept(api, '/api/interactions', view)).split(':');
    stream.commit({ topic, partition: Number(partition), offset: 1 });
    await until('the totals', () => listener.told('totals').length === 2);
    assert.equal(listener.told('charts').length, 0);
  });

  test('ends at once when the server stops, also for who does not read', async (t) => {
    const { api, url } = await startListening(t);
    const listener = await listen(url);
    const stuck = await stuckReader(url);
    await until('both', async () => (await connections(api)) === 2);
    const before = performance.now();
    await api.close();
    assert.ok(performance.now() - before < 5_000);
    await until('the end', () => listener.ended());
    stuck.destroy();
  });

  test('with once=true ends by itself', async (t) => {
    const { api } = await startApi(t);
    const { body } = await api.inject('/api/events?once=true');
    assert.match(body, /^retry: \d+\n\nevent: totals\ndata: \{.*\}\n\nevent: model\ndata: .*v1.*\n\n$/);
  });

  test('is not measured with the answers that end', async (t) => {
    const { api } = await startApi(t);
    await api.inject('/api/events?once=true');
    await api.inject('/api/about');
    const { body } = await api.inject('/metrics');
    assert.match(body, /api\/about/);
    assert.doesNotMatch(body, /api\/events/);
  });
});

/** Asks and then never reads. */
async function stuckReader(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.pause();
  socket.write(`GET /api/events HTTP/1.1\r\nhost: ${hostname}:${port}\r\n\r\n`);
  return socket;
}

suite('a stream of events', () => {
  test('keeps the newest of each kind for a reader that takes nothing', () => {
    const { readable, tell, beat, end } = createEventStream();
    for (let n = 1; n <= 1_000; n += 1) {
      tell('totals', String(n));
      tell('charts', '{}');
    }
    assert.equal(beat(), true);
    assert.equal(beat(), false, 'the beat before was not taken');
    end();
    tell('totals', 'late');
    const chunks: string[] = [];
    readable.on('data', (chunk) => chunks.push(String(chunk)));
    return once(readable, 'end').then(() =>
      assert.deepEqual(chunks.slice(1), [
        'event: totals\ndata: 1000\n\n',
        'event: charts\ndata: {}\n\n',
        ': beat\n\n',
      ]),
    );
  });

  test('bursts are told together, and who is dead is let go', async (t) => {
    const { live, recommender, stream } = await startApi(t);
    let reads = 0;
    const hub = createEventHub({
      live,
      recommender,
      onErased: () => undefined,
      logger: { debug() {}, info() {}, warn() {}, error() {} },
      readTotals: async () => ({ reads: ++reads }),
      beforeCharts: () => undefined,
      timing: { beatMs: 50, gatherMs: 20, betweenMs: 60_000 },
    });
    let destroyed = 0;
    const dead = { once: () => undefined, destroy: () => ++destroyed };
    await hub.open(dead);
    for (let offset = 1; offset <= 30; offset += 1) {
      stream.commit({ topic: 'movies', partition: 0, offset });
      await live.waitFor([{ topic: 'movies', partition: 0, offset: offset - 1 }], 'index', 1_000);
    }
    await until('the burst is told', () => reads === 2);
    await until('that it is let go', () => destroyed > 0);
    const before = destroyed;
    await hub.close();
    assert.ok(destroyed > before, 'a connection that does not end by itself is cut');
    assert.equal(reads, 2);
  });
});
