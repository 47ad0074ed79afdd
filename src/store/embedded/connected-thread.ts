/** A thread of its own for the tests: uses the store of its process over ports, and says what it saw. */
import { MessagePort, parentPort, workerData } from 'node:worker_threads';
import { index, pseudonym, sampleRating } from '../contract/samples.ts';
import { connectEmbeddedStore } from './connect.ts';

const { writer, lookup, analysis }: Record<string, unknown> = workerData;
if (writer instanceof MessagePort && lookup instanceof MessagePort && analysis instanceof MessagePort) {
  const store = connectEmbeddedStore({ writer, lookup, analysis });
  await index(store, [sampleRating({ user: 8, movie: 80 })]);
  parentPort?.postMessage(await store.ratingsOf(pseudonym(8)));
  await store.close();
}
