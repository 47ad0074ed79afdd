/** A thread that loads ratings through the topic at a steady pace, and indexes them. */
import { setTimeout as delay } from 'node:timers/promises';
import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { runConsumer } from '../../src/consumer/run-consumer.ts';
import { isJsonObject } from '../../src/domain/json.ts';
import { MOVIES_TOPIC } from '../../src/domain/topics.ts';
import { connectEmbeddedStore } from '../../src/store/embedded/connect.ts';
import type { EmbeddedStorePorts } from '../../src/store/embedded/protocol.ts';
import { connectEmbeddedStream } from '../../src/stream/embedded/embedded-stream.ts';

const LoadSchema = Type.Object({
  records: Type.Array(Type.Object({ key: Type.String(), value: Type.String() })),
  perSecond: Type.Number(),
});
export interface BulkLoadData extends EmbeddedStorePorts, Static<typeof LoadSchema> {
  stream: MessagePort;
}

const received: unknown = workerData;
if (!isJsonObject(received)) throw new Error('nothing was handed over');
const given = received;
const { records, perSecond } = Compile(LoadSchema).Parse({
  records: given.records,
  perSecond: given.perSecond,
});
const portOf = (name: keyof BulkLoadData): MessagePort => {
  const port = given[name];
  if (port instanceof MessagePort) return port;
  throw new Error(`no port for ${name}`);
};
const BATCH = 500;
const stream = connectEmbeddedStream(portOf('stream'));
const store = connectEmbeddedStore({
  writer: portOf('writer'),
  lookup: portOf('lookup'),
  analysis: portOf('analysis'),
});
const stop = new AbortController();
parentPort?.once('message', () => stop.abort());
const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const consumed = runConsumer({ stream, store, logger, signal: stop.signal });

const start = performance.now();
let produced = 0;
while (!stop.signal.aborted) {
  const from = produced % records.length;
  const batch = records.slice(from, from + BATCH);
  await stream.produce(MOVIES_TOPIC, batch);
  produced += batch.length;
  const ahead = (produced / perSecond) * 1_000 - (performance.now() - start);
  if (ahead > 0) await delay(ahead);
}
const seconds = (performance.now() - start) / 1_000;
const { done } = await consumed;
await Promise.all([stream.close(), store.close()]);
parentPort?.postMessage({ produced: Math.round(produced / seconds), indexed: Math.round(done / seconds) });
