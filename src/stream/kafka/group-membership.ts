/**
 * A member of a consumer group. The broker deals the partitions; what a member keeps through a rebalance it goes on
 * with, what it gains it begins behind the group's commits, what it loses it forgets.
 */
import { Consumer } from '@platformatic/kafka';
import { MatineeError } from '../../domain/errors.ts';
import type { RecordPosition } from '../../domain/position.ts';
import type { SubscribeOptions } from '../stream.ts';
import { clientOptions, type KafkaOptions } from './kafka-options.ts';
import type { Membership } from './polling.ts';
import type { Positions } from './positions.ts';
import type { Topics } from './topics.ts';

/** A member that gives no sign for so long is replaced. */
const SESSION_MS = 10_000;
/** How soon a member notices that others came or went. */
const HEARTBEAT_MS = 300;
const REBALANCE_MS = 10_000;

/** What to commit so that a group goes on behind these records: the furthest of each partition. */
function offsetsBehind(records: readonly RecordPosition[]) {
  const furthest = new Map<string, RecordPosition>();
  for (const record of records) {
    const name = `${record.topic}:${record.partition}`;
    const before = furthest.get(name);
    if (before === undefined || before.offset < record.offset) furthest.set(name, record);
  }
  return [...furthest.values()].map(({ topic, partition, offset }) => ({
    topic,
    partition,
    offset: BigInt(offset + 1),
    leaderEpoch: -1,
  }));
}

export async function joinGroup(
  options: KafkaOptions,
  topics: Topics,
  positions: Positions,
  { group, topics: names }: SubscribeOptions,
): Promise<Membership> {
  for (const topic of names) await topics.info(topic);
  const client = new Consumer({
    ...clientOptions(options, 'member'),
    groupId: group,
    sessionTimeout: SESSION_MS,
    heartbeatInterval: HEARTBEAT_MS,
    rebalanceTimeout: REBALANCE_MS,
  });
  client.topics.trackAll(...names);
  const has = (topic: string, partition: number) =>
    client.assignments?.some((part) => part.topic === topic && part.partitions.includes(partition)) ?? false;
  let lost = false;
  let dealing = false;
  const committing = new Set<ReturnType<typeof offsetsBehind>>();
  client.on('consumer:group:rebalance', () => {
    dealing = true;
  });
  client.on('consumer:group:join', () => {
    dealing = false;
    positions.retain(has);
    // The library commits these again once it has joined again: not those that another member has now.
    for (const offsets of committing) {
      offsets.splice(0, offsets.length, ...offsets.filter(({ topic, partition }) => has(topic, partition)));
    }
  });
  // Joining again has failed: the next poll tries it, and tells who polls when it fails too.
  client.on('error', () => {
    lost = true;
  });

  const assignment = () =>
    (client.assignments ?? []).flatMap(({ topic, partitions }) =>
      partitions.map((partition) => ({ topic, partition })),
    );

  async function beginAtCommits(): Promise<void> {
    const gained = assignment().filter(({ topic, partition }) => !positions.has(topic, partition));
    if (gained.length === 0) return;
    const { assignments } = client;
    const touched = [...new Set(gained.map(({ topic }) => topic))];
    const committed = await topics.committed(group, touched);
    const ranges = new Map(
      await Promise.all(touched.map(async (topic) => [topic, await topics.offsets(topic)] as const)),
    );
    // What was learnt before partitions were dealt anew may not be true any more: the next refresh asks again. The
    // generation does not tell: the library has the new one before it has the partitions that come with it.
    if (client.assignments !== assignments) return;
    positions.add(
      gained.map(({ topic, partition }) => {
        const commit = committed.find((entry) => entry.topic === topic && entry.partition === partition);
        const earliest = ranges.get(topic)?.[partition]?.earliest ?? 0;
        return { topic, partition, offset: Math.max(earliest, commit?.offset ?? 0) };
      }),
    );
  }

  function checkHeld(records: readonly RecordPosition[]): void {
    const other = records.find(({ topic, partition }) => !has(topic, partition));
    if (other === undefined) return;
    throw new MatineeError(
      'CONFLICT',
      `Partition ${other.partition} of ${other.topic} belongs to another member of ${group} now`,
      { hint: 'Go on with the next poll: the other member reads these records again.' },
    );
  }

  try {
    await client.joinGroup();
  } catch (error) {
    await client.close(true).catch(() => undefined);
    throw error;
  }
  return {
    async refresh() {
      if (lost) {
        await client.joinGroup();
        lost = false;
        dealing = false;
      }
      if (dealing) return false;
      await beginAtCommits();
      return !dealing;
    },
    assignment,
    async commit(records) {
      checkHeld(records);
      if (records.length === 0) return;
      const offsets = offsetsBehind(records);
      committing.add(offsets);
      try {
        await client.commit({ offsets });
      } catch (error) {
        // The library joins again when the group has moved on meanwhile, and forgets the group when that fails.
        lost ||= !client.isActive();
        throw error;
      } finally {
        committing.delete(offsets);
      }
      checkHeld(records);
    },
    async leave() {
      await client.close(true).catch(() => undefined);
    },
  };
}
