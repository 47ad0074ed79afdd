/** The topics of a cluster: made, looked up, measured, shortened. */
import { type Admin, ConfigResourceTypes, IncrementalAlterConfigOperationTypes } from '@platformatic/kafka';
import { MatineeError } from '../../domain/errors.ts';
import { MAX_RECORD_BYTES } from '../encoded-record.ts';
import type { CommittedOffset, PartitionOffsets, TopicSpec } from '../stream.ts';
import { checkSpec, fewerPartitions } from '../topic-spec.ts';
import { hasCode } from './failures.ts';

const EARLIEST = -2n;
const NEXT = -1n;

export interface TopicInfo {
  id: string;
  /** The node that leads each partition. */
  leaders: readonly number[];
}

export interface Topics {
  ensure(specs: readonly TopicSpec[]): Promise<void>;
  /** `NOT_FOUND` without such a topic. */
  info(topic: string): Promise<TopicInfo>;
  offsets(topic: string): Promise<PartitionOffsets[]>;
  committed(group: string, topics: readonly string[]): Promise<CommittedOffset[]>;
  applyRetention(nowMs: number): Promise<number>;
}

export function createTopics(admin: Admin, replicas: number): Topics {
  const retention = new Map<string, number>();

  async function info(topic: string): Promise<TopicInfo> {
    const { topics } = await admin.metadata({ topics: [topic] });
    const found = topics.get(topic);
    if (found !== undefined) return { id: found.id, leaders: found.partitions.map(({ leader }) => leader) };
    throw new MatineeError('NOT_FOUND', `There is no topic ${JSON.stringify(topic)} in Kafka`, {
      hint: 'Create it with ensureTopics first.',
    });
  }

  /** The first offset at or after a time (or a mark), by partition; the end where nothing is. */
  async function offsetsAt(topic: string, timestamp: bigint): Promise<number[]> {
    const { leaders } = await info(topic);
    const partitions = leaders.map((_, partitionIndex) => ({ partitionIndex, timestamp }));
    const [listed] = await admin.listOffsets({ topics: [{ name: topic, partitions }] });
    const found = new Map(listed?.partitions.map(({ partitionIndex, offset }) => [partitionIndex, offset]));
    return leaders.map((_, partition) => Number(found.get(partition) ?? -1n));
  }

  async function offsets(topic: string): Promise<PartitionOffsets[]> {
    const [earliest, next] = await Promise.all([offsetsAt(topic, EARLIEST), offsetsAt(topic, NEXT)]);
    return earliest.map((first, partition) => ({
      partition,
      earliest: first,
      next: next[partition] ?? first,
    }));
  }

  async function ensureOne({ name, partitions, retentionMs }: TopicSpec): Promise<void> {
    const configs = {
      'retention.ms': String(retentionMs ?? -1),
      'cleanup.policy': 'delete',
      // The time that the broker appends at, whatever clock a producer has.
      'message.timestamp.type': 'LogAppendTime',
      // A batch of one record at the limit, with its framing.
      'max.message.bytes': String(2 * MAX_RECORD_BYTES),
    };
    try {
      const created = Object.entries(configs).map(([key, value]) => ({ name: key, value }));
      await admin.createTopics({ topics: [name], partitions, replicas, configs: created });
    } catch (error) {
      if (!hasCode(error, 'TOPIC_ALREADY_EXISTS')) throw error;
      const present = (await info(name)).leaders.length;
      if (present < partitions) throw fewerPartitions({ name, partitions, retentionMs }, present);
      await admin.incrementalAlterConfigs({ resources: [changed(name, configs['retention.ms'])] });
    }
    if (retentionMs === null) retention.delete(name);
    else retention.set(name, retentionMs);
  }

  /** Drops what is older than the cutoff from one topic, and says how many records went. */
  async function shorten(topic: string, cutoffMs: number): Promise<number> {
    const [before, kept] = await Promise.all([offsets(topic), offsetsAt(topic, BigInt(cutoffMs))]);
    const cuts = before.flatMap(({ partition, earliest, next }) => {
      const from = kept[partition] ?? -1;
      const offset = from < 0 ? next : from;
      return offset > earliest ? [{ partition, offset: BigInt(offset), dropped: offset - earliest }] : [];
    });
    if (cuts.length === 0) return 0;
    await admin.deleteRecords({
      topics: [{ name: topic, partitions: cuts.map(({ partition, offset }) => ({ partition, offset })) }],
    });
    return cuts.reduce((sum, { dropped }) => sum + dropped, 0);
  }

  return {
    async ensure(specs) {
      for (const spec of specs) checkSpec(spec);
      for (const spec of specs) await ensureOne(spec);
    },
    info,
    offsets,
    async committed(group, topics) {
      const counts = await Promise.all(topics.map(async (topic) => (await info(topic)).leaders.length));
      const wanted = topics.map((name, at) => ({ name, partitionIndexes: [...Array(counts[at]).keys()] }));
      const [found] = await admin.listConsumerGroupOffsets({ groups: [{ groupId: group, topics: wanted }] });
      const offsetOf = (topic: string, partition: number) => {
        const entry = found?.topics.find(({ name }) => name === topic);
        const offset = entry?.partitions.find(({ partitionIndex }) => partitionIndex === partition);
        return offset === undefined || offset.committedOffset < 0n ? null : Number(offset.committedOffset);
      };
      return wanted.flatMap(({ name: topic, partitionIndexes }) =>
        partitionIndexes.map((partition) => ({ topic, partition, offset: offsetOf(topic, partition) })),
      );
    },
    async applyRetention(nowMs) {
      let dropped = 0;
      for (const [topic, keptMs] of retention) dropped += await shorten(topic, Math.max(0, nowMs - keptMs));
      return dropped;
    },
  };
}

function changed(topic: string, retention: string) {
  return {
    resourceType: ConfigResourceTypes.TOPIC,
    resourceName: topic,
    configs: [
      { name: 'retention.ms', configOperation: IncrementalAlterConfigOperationTypes.SET, value: retention },
    ],
  };
}
