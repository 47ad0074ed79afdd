/** Closing an API that callers are using. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, get, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { until } from '../../test/until.ts';
import { startApi } from './api.fixture.ts';

/** Far less than the wait is allowed, more than a busy machine needs. */
const SOON_MS = 15_000;
const WAIT_LIMIT_MS = 60_000;

test('an answer that waits is given up, and the connection that is kept open behind it closed', async (t) => {
  const { api } = await startApi(t, { waitLimitMs: WAIT_LIMIT_MS });
  const url = await api.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  const waiting = get(`${url}/api/about?after=movies:0:999`, { agent });
  await until('it is connected', () => waiting.socket?.connecting === false);
  await answerOf(get(`${url}/healthz`));
  const asked = performance.now();
  const closed = api.close();
  const answer = await answerOf(waiting);
  assert.equal(answer.statusCode, 503);
  await closed;
  assert.ok(performance.now() - asked < SOON_MS, `${performance.now() - asked} ms`);
  agent.destroy();
});

test('a request on an open connection is still answered, and told that the connection ends', async (t) => {
  const { api } = await startApi(t);
  const url = await api.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  assert.equal((await answerOf(get(`${url}/healthz`, { agent }))).headers.connection, 'keep-alive');
  const closed = api.close();
  const answer = await answerOf(get(`${url}/healthz`, { agent }));
  assert.deepEqual([answer.statusCode, answer.headers.connection], [200, 'close']);
  await closed;
  agent.destroy();
});

test('a request that never ends is cut', async (t) => {
  const { api } = await startApi(t);
  const { port } = new URL(await api.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  socket.write('POST /api/ratings HTTP/1.1\r\nHost: 127.0.0.1\r\ncontent-type: application/json\r\n');
  socket.write('content-length: 100\r\n\r\n{');
  await once(api.server, 'request');
  const ended = once(socket, 'close');
  await Promise.all([api.close(), ended]);
});

/** The head of the answer, its body read. */
async function answerOf(request: ReturnType<typeof get>): Promise<IncomingMessage> {
  const answers: unknown[] = await once(request, 'response');
  const [answer] = answers;
  assert.ok(answer instanceof IncomingMessage);
  await once(answer.resume(), 'end');
  return answer;
}
