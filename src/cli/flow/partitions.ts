/** Where each partition of the flow stands, and what waits in it to be indexed. */
import type { Config } from '../../config/schema.ts';
import {
  CLEAN_TOPIC,
  CLEANED_TOPICS,
  deadTopicOf,
  FLOW_TOPICS,
  INDEXER_GROUP,
  MOVIES_TOPIC,
  ORIGIN_HEADER,
} from '../../domain/topics.ts';
import type { Stream } from '../../stream/stream.ts';
import type { PartitionReading } from '../../telemetry/flow-reading.ts';

type Offsets = Pick<Stream, 'offsets' | 'committed' | 'read'>;

/** What the indexer reads: behind Spark that is not `movies` but what Spark made of it. */
export function indexedTopics({ consumer: { runner } }: Pick<Config, 'consumer'>): readonly string[] {
  return runner === 'spark' ? CLEANED_TOPICS : FLOW_TOPICS;
}

/** The partitions of the topics that the indexer reads, and before them of what Spark has yet to clean. */
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
  const before = indexed.includes(CLEAN_TOPIC) ? await uncleanedPartitions(stream) : [];
  return [...before, ...(await Promise.all(topics)).flat()];
}

/** The partitions of `movies` where Spark cleans: it commits nowhere, but the last record it wrote says where it is. */
async function uncleanedPartitions(stream: Pick<Stream, 'offsets' | 'read'>): Promise<PartitionReading[]> {
  const cleaned = await stream.offsets(CLEAN_TOPIC);
  return Promise.all(
    (await stream.offsets(MOVIES_TOPIC)).map(async ({ partition, earliest, next }) => {
      const end = cleaned[partition]?.next ?? 0;
      const [last] = end === 0 ? [] : await stream.read(CLEAN_TOPIC, partition, end - 1, 1);
      const behind = last === undefined ? 0 : behindOrigin(last.headers[ORIGIN_HEADER]);
      return { topic: MOVIES_TOPIC, partition, earliest, next, lag: next - Math.max(earliest, behind) };
    }),
  );
}

/** The offset behind `movies:partition:offset`. */
function behindOrigin(origin = ''): number {
  const [, offset] = /:(\d+)$/.exec(origin) ?? [];
  return offset === undefined ? 0 : Number(offset) + 1;
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
