/** The embedded stream: records a second in and out, and how long a single record takes while a bulk load runs. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread, type MessagePort, Worker, workerData } from 'node:worker_threads';
import {
  connectEmbeddedStream,
  type EmbeddedStream,
  openEmbeddedStream,
} from '../src/stream/embedded/embedded-stream.ts';
import type { OutgoingRecord, Stream } from '../src/stream/stream.ts';

const TOPIC = 'movies';
const BATCH = 1_000;
const RECORD_BYTES = 250;
const BULK_RECORDS = 500_000;
const SINGLE_RECORDS = 500;

interface BulkLoad {
  port: MessagePort;
  produced: Int32Array<SharedArrayBuffer>;
}

function batchOf(nth: number): OutgoingRecord[] {
  const value = 'v'.repeat(RECORD_BYTES);
  return Array.from({ length: BATCH }, (_, n) => ({ key: `user-${(nth * BATCH + n) % 943}`, value }));
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
}

function delaysLine(delays: number[]): string {
  delays.sort((a, b) => a - b);
  return `p50 ${quantile(delays, 0.5)} ms, p99 ${quantile(delays, 0.99)} ms, worst ${quantile(delays, 1)} ms`;
}

function rateLine(records: number, startedMs: number): string {
  return `${Math.round((records / (performance.now() - startedMs)) * 1_000).toLocaleString('en')} records/s`;
}

async function produceBulk(stream: Stream): Promise<void> {
  const batches = Array.from({ length: 10 }, (_, nth) => batchOf(nth));
  const started = performance.now();
  for (let nth = 0; nth < BULK_RECORDS / BATCH; nth++) {
    await stream.produce(TOPIC, batches[nth % batches.length] ?? []);
  }
  console.log(`produce, one call of ${BATCH} at a time: ${rateLine(BULK_RECORDS, started)} (bar 100,000)`);
}

async function consumeBulk(stream: Stream): Promise<void> {
  const consumer = await stream.subscribe({ group: 'bench', topics: [TOPIC] });
  const started = performance.now();
  let records = 0;
  while (records < BULK_RECORDS) {
    const polled = await consumer.poll({ maxRecords: BATCH, timeoutMs: 1_000 });
    await consumer.commit(polled);
    records += polled.length;
  }
  console.log(`consume, polls of ${BATCH}, each committed: ${rateLine(records, started)}`);
  await consumer.close();
}

/** Produces single records, a few milliseconds apart, until `SINGLE_RECORDS` have been timed. */
async function timeSingles(stream: Stream): Promise<{ produced: number[]; seen: number[] }> {
  const tail = await stream.tail({ topics: ['interactions'], from: 'latest' });
  const produced: number[] = [];
  const seen: number[] = [];
  for (let n = 0; n < SINGLE_RECORDS; n++) {
    const waiting = tail.poll({ maxRecords: 10, timeoutMs: 10_000 });
    const started = performance.now();
    await stream.produce('interactions', [{ key: 'user-1', value: 'v'.repeat(RECORD_BYTES) }]);
    produced.push(performance.now() - started);
    await waiting;
    seen.push(performance.now() - started);
    await sleep(2);
  }
  await tail.close();
  return { produced, seen };
}

/** What this file does as a thread of its own: a bulk load, two calls at a time, that counts what it has produced. */
async function loadForever({ port, produced }: BulkLoad): Promise<never> {
  const stream = connectEmbeddedStream(port);
  const batches = [batchOf(0), batchOf(1)];
  for (;;) {
    await Promise.all(batches.map((batch) => stream.produce(TOPIC, batch)));
    Atomics.add(produced, 0, 2 * BATCH);
  }
}

/** The bulk load has a thread of its own, as the producer has in `start`: the measure is of the log, not of one event loop. */
async function singlesUnderBulk(stream: EmbeddedStream): Promise<void> {
  const load: BulkLoad = { port: stream.connectPort(), produced: new Int32Array(new SharedArrayBuffer(4)) };
  const thread = new Worker(import.meta.filename, { workerData: load, transferList: [load.port] });
  while (Atomics.load(load.produced, 0) === 0) await sleep(1);
  const before = Atomics.load(load.produced, 0);
  const started = performance.now();
  const { produced, seen } = await timeSingles(stream);
  const rate = rateLine(Atomics.load(load.produced, 0) - before, started);
  await thread.terminate();
  console.log(`one record under a bulk load of ${rate}: ${delaysLine(produced)} (bar p99 5 ms)`);
  console.log(`  until a waiting poll has it: ${delaysLine(seen)}`);
}

/** Prints the figures of the embedded stream in a folder of its own. */
export async function run(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-bench-'));
  const stream = await openEmbeddedStream({ dir });
  try {
    const topics = [TOPIC, 'interactions'].map((name) => ({ name, partitions: 3, retentionMs: null }));
    await stream.ensureTopics(topics);
    await produceBulk(stream);
    await consumeBulk(stream);
    const { produced, seen } = await timeSingles(stream);
    console.log(`one record, nothing else going on: ${delaysLine(produced)}`);
    console.log(`  until a waiting poll has it: ${delaysLine(seen)}`);
    await singlesUnderBulk(stream);
  } finally {
    await stream.close();
    await rm(dir, { recursive: true });
  }
}

function isBulkLoad(data: unknown): data is BulkLoad {
  return typeof data === 'object' && data !== null && 'port' in data && 'produced' in data;
}

if (!isMainThread && isBulkLoad(workerData)) await loadForever(workerData);
