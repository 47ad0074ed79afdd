/** The topics of the flow as they are created: how many partitions, and how long records are kept. */
import { CLEAN_TOPIC, DEFAULT_PARTITIONS, deadTopicOf, FLOW_TOPICS } from '../domain/topics.ts';
import type { TopicSpec } from '../stream/stream.ts';

const DAY_MS = 86_400_000;

/** The store is the record; the topics are kept long enough to index it anew after a month's holiday. */
const RETENTION_MS = 30 * DAY_MS;
/** Longer than the records, so that somebody has looked before a letter goes. */
const DEAD_RETENTION_MS = 90 * DAY_MS;

export function flowTopics(partitions: number = DEFAULT_PARTITIONS): TopicSpec[] {
  return FLOW_TOPICS.flatMap((topic) => [
    { name: topic, partitions, retentionMs: RETENTION_MS },
    { name: deadTopicOf(topic), partitions: 1, retentionMs: DEAD_RETENTION_MS },
  ]);
}

/** The topic that Spark writes cleaned records to, partition by partition as they were: as many as `movies` has. */
export function cleanTopic(partitions: number = DEFAULT_PARTITIONS): TopicSpec {
  return { name: CLEAN_TOPIC, partitions, retentionMs: RETENTION_MS };
}
