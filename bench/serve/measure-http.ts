/** Answers over HTTP as clients on another thread see them, and how latencies are printed. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ClientsData } from './clients-thread.ts';

const SECONDS = 5;
const CONNECTIONS = 16;

/** Asks for random people of so many, as fast as answers come; `bar` is answers a second. */
export async function measureHttp(
  port: number,
  { users, bar }: { users: number; bar: number },
): Promise<void> {
  const workerData: ClientsData = { port, connections: CONNECTIONS, seconds: SECONDS, users };
  const cpu = process.threadCpuUsage();
  const worker = new Worker(new URL('./clients-thread.ts', import.meta.url), { workerData });
  const latencies = await messageOf(worker);
  if (!(latencies instanceof Float64Array)) throw new Error('the clients measured nothing');
  const { user, system } = process.threadCpuUsage(cpu);
  const rate = Math.round(latencies.length / SECONDS);
  const each = Math.round((user + system) / latencies.length);
  report(
    `${rate} answers/s over HTTP (bar ${bar}), ${CONNECTIONS} connections, ${each} µs CPU of the thread each`,
    [...latencies],
  );
}

export async function messageOf(worker: Worker): Promise<unknown> {
  const received: unknown[] = await once(worker, 'message');
  return received[0];
}

export function report(what: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(2);
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`);
}
