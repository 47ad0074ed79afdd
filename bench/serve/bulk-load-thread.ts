/** A thread that loads ratings through the topic at a steady pace, and indexes them. */
import { setTimeout as delay } from 'node:timers/promises';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { runConsumer } from '../../src/consumer/run-consumer.ts';
import { MOVIES_TOPIC } from '../../src/domain/topics.ts';
import { connectEmbeddedStore } from '../../src/store/embedded/connect.ts';
import type { EmbeddedStorePorts } from '../../src/store/embedded/protocol.ts';
import { connectEmbeddedStream } from '../../src/stream/embedded/embedded-stream.ts';
import type { OutgoingRecord } from '../../src/stream/stream.ts';

export interface BulkLoadData {
  stream: MessagePort;
  store: EmbeddedStorePorts;
  records: OutgoingRecord[];
  perSecond: number;
}

const data: BulkLoadData = workerData;
const BATCH = 500;
const stream = connectEmbeddedStream(data.stream);
const store = connectEmbeddedStore(data.store);
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const consumed = runConsumer({ stream, store, logger, signal: stop.signal });

const start = performance.now();
let produced = 0;
while (!stop.signal.aborted) {
  const from = produced % data.records.length;
  const batch = data.records.slice(from, from + BATCH);
  await stream.produce(MOVIES_TOPIC, batch);
  produced += batch.length;
  const ahead = (produced / data.perSecond) * 1_000 - (performance.now() - start);
  if (ahead > 0) await delay(ahead);
}
const seconds = (performance.now() - start) / 1_000;
const { done } = await consumed;
await Promise.all([stream.close(), store.close()]);
parentPort?.postMessage({ produced: produced / seconds, indexed: done / seconds });
