/** A thread that asks at a constant rate (open loop), reads and writes, for some seconds; gives latencies and statuses. */
import { parentPort, workerData } from 'node:worker_threads';
import { Compile } from 'typebox/compile';
import { arrivals } from './arrivals.ts';
import { openConnections } from './connections.ts';
import { type LoadData, LoadSchema, type Outcome } from './load-schema.ts';

const CONNECTIONS = 256;
const TICK_MS = 1;
/** How long answers are waited for at the end. */
const PATIENCE_MS = 10_000;

const data: LoadData = Compile(LoadSchema).Parse(workerData);
const connections = openConnections(data.port, CONNECTIONS);
let random = data.seed;

/** Numerical Recipes' generator, in 32 bits. */
function below(limit: number): number {
  random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((random / 2 ** 32) * limit);
}

const HOST = 'Host: 127.0.0.1\r\n';
const readOf = () => `GET /api/recommendations/users/${1 + below(data.users)} HTTP/1.1\r\n${HOST}\r\n`;

function writeOf(): string {
  const userId = String(1 + below(data.users));
  const movieId = data.movieIds[below(data.movieIds.length)];
  const body = JSON.stringify({ userId, movieId, rating: 1 + below(5) });
  const type = 'Content-Type: application/json\r\n';
  return `POST /api/ratings HTTP/1.1\r\n${HOST}${type}Content-Length: ${body.length}\r\n\r\n${body}`;
}

function kind(perSecond: number, requestOf: () => string) {
  const schedule = arrivals(perSecond);
  const latencies: number[] = [];
  const statuses: Record<number, number> = {};
  let open = 0;
  return {
    open: () => open,
    sendDue(start: number): void {
      if (perSecond === 0) return;
      for (const due of schedule.due(performance.now() - start)) {
        open += 1;
        connections.send(requestOf(), (status) => {
          open -= 1;
          statuses[status] = (statuses[status] ?? 0) + 1;
          if (status >= 200 && status < 300) latencies.push(performance.now() - start - due);
        });
      }
    },
    outcome: (): Outcome => ({ latencies, statuses }),
  };
}

const [reads, writes] = [kind(data.reads, readOf), kind(data.writes, writeOf)];
const start = performance.now();
const ticking = setInterval(() => {
  const spent = performance.now() - start;
  if (spent < data.seconds * 1_000) {
    reads.sendDue(start);
    writes.sendDue(start);
  } else if (reads.open() + writes.open() === 0 || spent > data.seconds * 1_000 + PATIENCE_MS) {
    clearInterval(ticking);
    connections.close();
    parentPort?.postMessage({ reads: reads.outcome(), writes: writes.outcome() });
  }
}, TICK_MS);
