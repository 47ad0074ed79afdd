import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { SPARK_REMOTE, sparkSkip } from '../../../test/engines/spark.ts';
import { until } from '../../../test/until.ts';
import { SparkError } from '../errors.ts';
import { sql } from '../plan/relation.ts';
import { connectSpark } from '../session.ts';

interface Line {
  remote: string;
  /** How many connections there were. */
  connections(): number;
  /** How much went to the server. */
  bytesSent(): number;
  /** Breaks every connection; `forGood` lets no new one through. */
  cut(forGood?: boolean): void;
  close(): Promise<void>;
}

/** A line to the server that can be cut. */
async function openLine(): Promise<Line> {
  const { hostname, port } = new URL(SPARK_REMOTE);
  const sockets = new Set<Socket>();
  let connections = 0;
  let bytesSent = 0;
  let dead = false;
  const server = createServer((near) => {
    connections += 1;
    const far = connect({ host: hostname, port: Number(port) });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => near.destroy() && far.destroy());
    }
    near.on('data', (chunk) => {
      bytesSent += chunk.length;
    });
    if (dead) near.destroy();
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  const cut = (forGood = false) => {
    dead = forGood;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    remote: `sc://127.0.0.1:${address.port}`,
    connections: () => connections,
    bytesSent: () => bytesSent,
    cut,
    async close() {
      cut(true);
      server.close();
      await once(server, 'close');
    },
  };
}

/** Two seconds of work, a row each tenth of it. */
const SLOW = sql("select id, reflect('java.lang.Thread', 'sleep', 200L) as slept from range(0, 10, 1, 1)");

suite('a line that breaks', { skip: sparkSkip }, () => {
  let line: Line;
  before(async () => {
    line = await openLine();
  });
  after(() => line.close());

  test('is taken up again', async () => {
    const session = await connectSpark(line.remote);
    const sent = line.bytesSent();
    const running = session.collect(SLOW);
    await until('the plan is sent', () => line.bytesSent() > sent);
    line.cut();
    assert.equal((await running).length, 10);
    assert.ok(line.connections() >= 2);
    await session.close();
  });

  test('for good is told within seconds, with the operation', async () => {
    const session = await connectSpark(line.remote);
    const sent = line.bytesSent();
    const running = session.collect(SLOW, { operationId: crypto.randomUUID() });
    await until('the plan is sent', () => line.bytesSent() > sent);
    const before = performance.now();
    line.cut(true);
    await assert.rejects(running, (error: unknown) => {
      assert.ok(error instanceof SparkError);
      assert.equal(error.code, 'UNREACHABLE');
      assert.match(error.operationId ?? '', /^[\da-f-]{36}$/);
      return true;
    });
    assert.ok(performance.now() - before < 10_000);
    await session.close().catch(() => undefined);
  });
});
