/**
 * The whole system under load, by an open-loop generator on a thread of its own: a catalogue of 27,000 films, 1,500 reads and
 * 200 writes a second, apart and together; then three times as many, and what that leaves behind. `--minutes` is how long both go
 * together. The bars: p99 of reads 30 ms, memory flat within 5 % after the first fifth, ready again within 3 s with a million
 * ratings, and after an overload as fast as before within seconds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Compile } from 'typebox/compile';
import type { BenchmarkOptions } from './load/benchmark-options.ts';
import { type LoadData, type Outcome, type Outcomes, OutcomesSchema } from './load/load-schema.ts';
import { type LoadedSystem, startLoaded } from './load/system.ts';
import { messageOf } from './serve/measure-http.ts';

const SIZE = { users: 20_000, movies: 27_000, ratings: 1_000_000 };
const READS = 1_500;
const WRITES = 200;
const BARS = { p99Ms: 30, memoryShare: 0.05, readySeconds: 3 };
const PHASE_SECONDS = 10;
const OVERLOAD = 3;
const RECOVERY_SECONDS = 5;
const MEMORY_EVERY_MS = 1_000;
const DEFAULT_MINUTES = 10;
/** Of the time in which both go together, what memory may take to settle. */
const WARM_UP_SHARE = 0.2;

const outcomes = Compile(OutcomesSchema);

export async function run({ minutes }: BenchmarkOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-bench-load-'));
  try {
    const system = await startLoaded(folder, SIZE, BARS.readySeconds);
    await measure('warm-up, both', system, { reads: READS, writes: WRITES, seconds: PHASE_SECONDS });
    await measure('reads alone', system, { reads: READS, writes: 0, seconds: PHASE_SECONDS });
    await measure('writes alone', system, { reads: 0, writes: WRITES, seconds: PHASE_SECONDS });
    const seconds = (minutes ?? DEFAULT_MINUTES) * 60;
    const memory = watchMemory(system);
    await measure('both', system, { reads: READS, writes: WRITES, seconds });
    reportMemory(await memory.stop());
    await measure(`${OVERLOAD} times as many`, system, {
      reads: OVERLOAD * READS,
      writes: OVERLOAD * WRITES,
      seconds: PHASE_SECONDS,
    });
    for (let second = 1; second <= RECOVERY_SECONDS; second += 1) {
      await measure(`second ${second} behind that`, system, { reads: READS, writes: WRITES, seconds: 1 });
    }
    await system.stop();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Asked = Pick<LoadData, 'reads' | 'writes' | 'seconds'>;

async function measure(what: string, { port, movieIds }: LoadedSystem, asked: Asked): Promise<Outcomes> {
  const workerData: LoadData = { ...asked, port, users: SIZE.users, movieIds, seed: 42 };
  const worker = new Worker(new URL('./load/generator-thread.ts', import.meta.url), { workerData });
  const measured = outcomes.Parse(await messageOf(worker));
  if (asked.reads > 0) reportKind(`${what}, reads`, measured.reads, asked.seconds);
  if (asked.writes > 0) reportKind(`${what}, writes`, measured.writes, asked.seconds);
  return measured;
}

function reportKind(what: string, { latencies, statuses }: Outcome, seconds: number): void {
  const sorted = Float64Array.from(latencies).sort();
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(1);
  const rate = Math.round(sorted.length / seconds);
  console.log(
    `${what}: ${rate} a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms; by status ${JSON.stringify(statuses)}`,
  );
}

/** Reads the memory of the system every second. */
function watchMemory({ residentBytes }: LoadedSystem) {
  const readings: number[] = [];
  let reading = Promise.resolve();
  const timer = setInterval(() => {
    reading = reading.then(async () => {
      readings.push(await residentBytes());
    });
  }, MEMORY_EVERY_MS);
  return {
    async stop(): Promise<number[]> {
      clearInterval(timer);
      await reading;
      return readings;
    },
  };
}

function reportMemory(readings: readonly number[]): void {
  const settled = readings.slice(Math.floor(readings.length * WARM_UP_SHARE));
  const mean = settled.reduce((sum, bytes) => sum + bytes, 0) / settled.length;
  const furthest = Math.max(...settled.map((bytes) => Math.abs(bytes - mean) / mean));
  const share = (value: number) => `${(100 * value).toFixed(1)} %`;
  console.log(
    `memory: ${Math.round(mean / 1e6)} MB, within ${share(furthest)} of that behind the first fifth (bar ${share(BARS.memoryShare)}); reads are to have a p99 of ${BARS.p99Ms} ms`,
  );
}
