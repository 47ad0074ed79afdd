/** Fetches records from given places. One client of its own, whose long polls hold up nobody else. */
import { Consumer } from '@platformatic/kafka';
import type { StreamRecord } from '../stream.ts';
import { behindBatch, decodeBatch } from './decode-batch.ts';
import { clientOptions, type KafkaOptions } from './kafka-options.ts';
import type { Topics } from './topics.ts';

/** The next offset to read of a partition. */
export interface Cursor {
  topic: string;
  partition: number;
  offset: number;
}

/** What came of one cursor: the records, and where to go on. */
export interface Fetched {
  cursor: Cursor;
  records: StreamRecord[];
  next: number;
}

export interface Reader {
  /** What there is behind the cursors, waiting so long for a first record. */
  fetch(cursors: readonly Cursor[], waitMs: number): Promise<Fetched[]>;
  close(): Promise<void>;
}

const FETCH_BYTES = 8_388_608;
const PARTITION_BYTES = 2_097_152;
/** With several leaders one that has nothing must not hold up what another has. */
const SEVERAL_LEADERS_WAIT_MS = 20;

export function openReader(options: KafkaOptions, topics: Topics): Reader {
  // A name is asked for; it joins no group.
  const client = new Consumer({ ...clientOptions(options, 'reader'), groupId: 'matinee-reader' });

  async function fetchFrom(node: number, cursors: readonly Cursor[], waitMs: number): Promise<Fetched[]> {
    const names = new Map<string, string>();
    for (const { topic } of cursors) names.set((await topics.info(topic)).id, topic);
    const wanted = [...names].map(([topicId, topic]) => ({
      topicId,
      partitions: cursors
        .filter((cursor) => cursor.topic === topic)
        .map(({ partition, offset }) => ({
          partition,
          fetchOffset: BigInt(offset),
          currentLeaderEpoch: -1,
          lastFetchedEpoch: -1,
          partitionMaxBytes: PARTITION_BYTES,
        })),
    }));
    const { responses } = await client.fetch({
      node,
      topics: wanted,
      minBytes: 1,
      maxBytes: FETCH_BYTES,
      maxWaitTime: Math.ceil(waitMs),
    });
    return responses.flatMap(({ topicId, partitions }) =>
      partitions.flatMap(({ partitionIndex, records }) => {
        const cursor = cursors.find(
          ({ topic, partition }) => topic === names.get(topicId) && partition === partitionIndex,
        );
        const last = records?.at(-1);
        if (cursor === undefined || !records || last === undefined) return [];
        return [
          {
            cursor,
            records: records.flatMap((batch) => decodeBatch(batch, cursor)),
            next: Math.max(cursor.offset, behindBatch(last)),
          },
        ];
      }),
    );
  }

  return {
    async fetch(cursors, waitMs) {
      client.topics.trackAll(...new Set(cursors.map(({ topic }) => topic)));
      const byLeader = new Map<number, Cursor[]>();
      for (const cursor of cursors) {
        const { leaders } = await topics.info(cursor.topic);
        const leader = leaders[cursor.partition] ?? -1;
        byLeader.set(leader, [...(byLeader.get(leader) ?? []), cursor]);
      }
      const wait = byLeader.size > 1 ? Math.min(waitMs, SEVERAL_LEADERS_WAIT_MS) : waitMs;
      const parts = [...byLeader].map(([node, part]) => fetchFrom(node, part, wait));
      return (await Promise.all(parts)).flat();
    },
    close: () => client.close(true),
  };
}
