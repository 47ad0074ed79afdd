/** Whether what lies in the stream has reached the index. */
import { setTimeout as delay } from 'node:timers/promises';
import { FLOW_TOPICS, INDEXER_GROUP } from '../../domain/topics.ts';
import type { Stream } from '../../stream/stream.ts';

type Offsets = Pick<Stream, 'offsets' | 'committed'>;

const LOOK_EVERY_MS = 20;

/** Records of the flow's topics that the indexer has not committed yet. */
export async function indexerLag(stream: Offsets): Promise<number> {
  const committed = await stream.committed(INDEXER_GROUP, FLOW_TOPICS);
  let lag = 0;
  for (const topic of FLOW_TOPICS) {
    for (const { partition, earliest, next } of await stream.offsets(topic)) {
      const commit = committed.find((entry) => entry.topic === topic && entry.partition === partition);
      lag += next - Math.max(earliest, commit?.offset ?? 0);
    }
  }
  return lag;
}

/** Resolves once nothing is left to index. */
export async function untilDrained(stream: Offsets): Promise<void> {
  while ((await indexerLag(stream)) > 0) await delay(LOOK_EVERY_MS);
}
