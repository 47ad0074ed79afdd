/** A thread of HTTP clients: each sends its next request when it has the answer to the last, and times them. */
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';

const ClientsSchema = Type.Object({
  port: Type.Integer(),
  connections: Type.Integer(),
  seconds: Type.Number(),
  /** People asked about, from 1. */
  users: Type.Integer(),
});
export type ClientsData = Static<typeof ClientsSchema>;

const data: ClientsData = Compile(ClientsSchema).Parse(workerData);

function client(seed: number, latencies: number[], until: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(data.port, '127.0.0.1');
    socket.setNoDelay(true);
    let random = seed;
    let sent = 0;
    let text = '';
    const ask = () => {
      // Numerical Recipes' generator, in 32 bits. Its high bits are the random ones.
      random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
      const user = 1 + Math.floor((random / 2 ** 32) * data.users);
      sent = performance.now();
      socket.write(`GET /api/recommendations/users/${user} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
    };
    socket.on('connect', ask).on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
      if (head < 0 || text.length < head + 4 + length) return;
      if (!text.startsWith('HTTP/1.1 200')) {
        reject(new Error(text.slice(0, 300)));
        return;
      }
      latencies.push(performance.now() - sent);
      text = '';
      if (performance.now() < until) ask();
      else socket.end(() => resolve());
    });
  });
}

const latencies: number[] = [];
const until = performance.now() + data.seconds * 1_000;
const clients = Array.from({ length: data.connections }, (_, index) =>
  client(index * 0x9e3779b9, latencies, until),
);
await Promise.all(clients);
parentPort?.postMessage(Float64Array.from(latencies));
