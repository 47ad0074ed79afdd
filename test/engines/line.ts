/** A line to an engine that a test can cut: what an engine or a network that goes away looks like. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Line {
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
export async function openLine(remote: string): Promise<Line> {
  const { hostname, port } = new URL(remote);
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
