/** The readers of the log as the log thread keeps them: members of groups, and tails outside of any. */
import { randomUUID } from 'node:crypto';
import { MatineeError } from '../../domain/errors.ts';
import type { RecordPosition } from '../../domain/position.ts';
import type { SubscribeOptions, TailOptions } from '../stream.ts';
import { furthestOf } from './group-table.ts';
import type { LeaseHolder } from './leases.ts';
import type { Log } from './log.ts';
import type { Cursor } from './log-reader.ts';
import { createPolling } from './polling.ts';
import type { AssignedPartition, PollAnswer } from './protocol.ts';

/** One reader; its polls come one after another. */
export interface LogConsumer {
  poll(maxRecords: number, timeoutMs: number): Promise<PollAnswer>;
  commit(records: readonly RecordPosition[]): Promise<void>;
  assignment(): AssignedPartition[];
  close(): Promise<void>;
}

interface HeldCursor extends Cursor {
  /** Of the group, when the partition came to this member: fences commits from before. */
  generation: number;
}

const MAX_GROUP_LENGTH = 200;

function assignmentOf(cursors: Iterable<Cursor>): AssignedPartition[] {
  return [...cursors].map(({ partition: { topic, partition } }) => ({ topic, partition }));
}

/** Joins a group: its dead members are taken out, and the partitions shared anew. */
export async function joinGroup(log: Log, options: SubscribeOptions): Promise<LogConsumer> {
  const { group } = options;
  checkSubscription(log, options);
  const topics = [...new Set(options.topics)].sort();
  let member = { id: randomUUID(), topics };
  let known = -1;
  let held = new Map<number, HeldCursor>();

  async function join(): Promise<void> {
    member = { id: randomUUID(), topics };
    await log.queue.write(0, () => {
      const now = Date.now();
      log.groups.expire(group, now);
      log.groups.join(group, member, now + log.leases.durationMs);
    });
  }

  /** Takes over what the group's tables say; a partition that stayed is read on from where it was. */
  async function refresh(): Promise<void> {
    const generation = log.groups.generation(group);
    if (generation === known) return;
    let rows = log.groups.held(group, member);
    if (rows === null) {
      await join();
      rows = log.groups.held(group, member) ?? [];
    }
    held = new Map(
      rows.map(({ partition, generation: since, begin }) => {
        const before = held.get(partition.id);
        const next = before?.generation === since ? before.next : begin;
        return [partition.id, { partition, generation: since, next }];
      }),
    );
    known = generation;
  }

  await join();
  await refresh();
  const holder: LeaseHolder = { group, memberId: () => member.id };
  log.leases.add(holder);
  const polling = createPolling(log.read, log.signal, async () => {
    await refresh();
    return [...held.values()];
  });
  let told = known;

  return {
    async poll(maxRecords, timeoutMs) {
      const answer = await polling.poll(maxRecords, timeoutMs);
      if (told === known) return answer;
      told = known;
      return { ...answer, assignment: assignmentOf(held.values()) };
    },
    async commit(records) {
      const wanted = furthestOf(records).map((record) => committable(log, record));
      const since = held;
      const { id } = member;
      const lost = await log.queue.write(0, () =>
        wanted.filter(({ partition, next }) => {
          const generation = since.get(partition.id)?.generation;
          return generation === undefined || !log.groups.commit(group, id, partition.id, generation, next);
        }),
      );
      if (lost.length > 0) throw partitionsLost(group, assignmentOf(lost));
    },
    assignment: () => assignmentOf(held.values()),
    async close() {
      polling.stop();
      log.leases.remove(holder);
      await log.queue.write(0, () => log.groups.leave(group, member.id));
    },
  };
}

/** Reads every partition of the topics, from given offsets or one end on. An offset no longer or not yet there is moved into what is. */
export function openTail(log: Log, { topics, from, offsets = [] }: TailOptions): LogConsumer {
  const begin = new Map(
    offsets.map(({ topic, partition, offset }) => [log.topics.partition(topic, partition).id, offset]),
  );
  const cursors = [...new Set(topics)]
    .flatMap((topic) => log.topics.partitions(topic))
    .map((partition): Cursor => {
      const { earliest, next } = log.topics.offsets(partition);
      const asked = begin.get(partition.id) ?? (from === 'earliest' ? earliest : next);
      return { partition, next: Math.min(Math.max(asked, earliest), next) };
    });
  const polling = createPolling(log.read, log.signal, async () => cursors);
  return {
    poll: (maxRecords, timeoutMs) => polling.poll(maxRecords, timeoutMs),
    commit: () =>
      Promise.reject(new MatineeError('INTERNAL', 'A tail belongs to no group and cannot commit')),
    assignment: () => assignmentOf(cursors),
    close: async () => polling.stop(),
  };
}

function checkSubscription(log: Log, { group, topics }: SubscribeOptions): void {
  if (group.length === 0 || group.length > MAX_GROUP_LENGTH) {
    throw new MatineeError('BAD_INPUT', `${JSON.stringify(group)} cannot be the name of a consumer group`, {
      hint: `Use 1 to ${MAX_GROUP_LENGTH} characters.`,
    });
  }
  if (topics.length === 0) {
    throw new MatineeError('BAD_INPUT', `Consumer group ${group} asks for no topic`, {
      hint: 'Name at least one.',
    });
  }
  for (const topic of topics) log.topics.partitions(topic);
}

/** A position as what the group's offset becomes; `BAD_INPUT` for a record that does not exist. */
function committable(log: Log, { topic, partition, offset }: RecordPosition): Cursor {
  const row = log.topics.partition(topic, partition);
  const { next } = log.topics.offsets(row);
  if (!Number.isInteger(offset) || offset < 0 || offset >= next) {
    throw new MatineeError('BAD_INPUT', `There is no record ${offset} in ${topic}:${partition} to commit`, {
      hint: 'Commit records that a poll gave.',
    });
  }
  return { partition: row, next: offset + 1 };
}

function partitionsLost(group: string, lost: readonly AssignedPartition[]): MatineeError {
  const names = lost.map(({ topic, partition }) => `${topic}:${partition}`).join(', ');
  return new MatineeError('CONFLICT', `Group ${group} has given ${names} to another member`, {
    hint: 'Drop these records and poll on: the other member deals with them.',
  });
}
