/** Where each partition of the flow stands, and what waits in it to be indexed. */
import type { Config } from '../../config/schema.ts';
import { CLEANED_TOPICS, deadTopicOf, FLOW_TOPICS, INDEXER_GROUP } from '../../domain/topics.ts';
import type { Stream } from '../../stream/stream.ts';
import type { PartitionReading } from '../../telemetry/flow-reading.ts';

type Offsets = Pick<Stream, 'offsets' | 'committed'>;

/** What the indexer reads: behind Spark that is not `movies` but what Spark made of it. */
export function indexedTopics({ consumer: { runner } }: Pick<Config, 'consumer'>): readonly string[] {
  return runner === 'spark' ? CLEANED_TOPICS : FLOW_TOPICS;
}

/** The partitions of the topics that the indexer reads. */
export async function indexedPartitions(
  stream: Offsets,
  indexed: readonly string[] = FLOW_TOPICS,
): Promise<PartitionReading[]> {
  const committed = await stream.committed(INDEXER_GROUP, indexed);
  const topics = indexed.map(async (topic) =>
    (await stream.offsets(topic)).map(({ partition, earliest, next }) => {
      const commit = committed.find((entry) => entry.topic === topic && entry.partition === partition);
      return { topic, partition, earliest, next, lag: next - Math.max(earliest, commit?.offset ?? 0) };
    }),
  );
  return (await Promise.all(topics)).flat();
}

/** The partitions of what could not be processed: nobody commits them. */
export async function deadPartitions(stream: Pick<Stream, 'offsets'>): Promise<PartitionReading[]> {
  const topics = FLOW_TOPICS.map(deadTopicOf).map(async (topic) =>
    (await stream.offsets(topic)).map((offsets) => ({ topic, ...offsets, lag: null })),
  );
  return (await Promise.all(topics)).flat();
}

/** Records of the flow's topics that the indexer has not committed yet. */
export async function indexerLag(stream: Offsets, indexed: readonly string[] = FLOW_TOPICS): Promise<number> {
  return (await indexedPartitions(stream, indexed)).reduce((sum, { lag }) => sum + (lag ?? 0), 0);
}
