/** A stream in memory for tests of the rooms that use one: one process, nothing durable, no retention. */
import { MatineeError } from '../src/domain/errors.ts';
import type { RecordPosition } from '../src/domain/position.ts';
import type { Consumer, OutgoingRecord, Stream, StreamRecord } from '../src/stream/stream.ts';

interface Member {
  topics: readonly string[];
  wake: () => void;
  /** The next offset of each partition assigned, by `topic:partition`. */
  next: Map<string, number>;
  closed: boolean;
}

type MemoryStream = Pick<Stream, 'ensureTopics' | 'produce' | 'subscribe' | 'read' | 'offsets' | 'committed'>;

const nameOf = (topic: string, partition: number) => `${topic}:${partition}`;

export function createMemoryStream(): MemoryStream {
  const topics = new Map<string, StreamRecord[][]>();
  const groups = new Map<string, { committed: Map<string, number>; members: Member[] }>();

  function partitionsOf(topic: string): StreamRecord[][] {
    const partitions = topics.get(topic);
    if (partitions === undefined) throw new MatineeError('NOT_FOUND', `there is no topic ${topic}`);
    return partitions;
  }

  function rebalance({ committed, members }: { committed: Map<string, number>; members: Member[] }): void {
    for (const [index, member] of members.entries()) {
      const previous = member.next;
      member.next = new Map();
      for (const topic of member.topics) {
        for (let partition = 0; partition < partitionsOf(topic).length; partition++) {
          if (partition % members.length !== index) continue;
          const name = nameOf(topic, partition);
          member.next.set(name, previous.get(name) ?? committed.get(name) ?? 0);
        }
      }
      member.wake();
    }
  }

  function take(member: Member, maxRecords: number): StreamRecord[] {
    const taken: StreamRecord[] = [];
    for (const topic of member.topics) {
      for (const [partition, log] of partitionsOf(topic).entries()) {
        const from = member.next.get(nameOf(topic, partition));
        if (from === undefined) continue;
        const records = log.slice(from, from + maxRecords - taken.length);
        member.next.set(nameOf(topic, partition), from + records.length);
        taken.push(...records);
      }
    }
    return taken;
  }

  function wakeAll(): void {
    for (const { members } of groups.values()) for (const { wake } of members) wake();
  }

  async function produce(topic: string, records: readonly OutgoingRecord[]): Promise<RecordPosition[]> {
    const partitions = partitionsOf(topic);
    const positions = records.map(({ key, value, headers = {} }) => {
      const partition = hash(key ?? '') % partitions.length;
      const log = partitions[partition] ?? [];
      const offset = log.length;
      log.push({ topic, partition, offset, key, value: Buffer.from(value), headers, timestamp: Date.now() });
      return { topic, partition, offset };
    });
    await Promise.resolve();
    wakeAll();
    return positions;
  }

  function subscribe({
    group,
    topics: wanted,
  }: {
    group: string;
    topics: readonly string[];
  }): Promise<Consumer> {
    const state = groups.get(group) ?? { committed: new Map<string, number>(), members: [] };
    groups.set(group, state);
    const member: Member = { topics: wanted, wake: () => undefined, next: new Map(), closed: false };
    state.members.push(member);
    rebalance(state);
    return Promise.resolve({
      async poll({ maxRecords, timeoutMs }) {
        const deadline = Date.now() + timeoutMs;
        for (;;) {
          const records = member.closed ? [] : take(member, maxRecords);
          const left = deadline - Date.now();
          if (records.length > 0 || member.closed || left <= 0) return records;
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, left);
            member.wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
      },
      async commit(records) {
        await Promise.resolve();
        const lost = records.some(({ topic, partition }) => !member.next.has(nameOf(topic, partition)));
        if (lost || member.closed) throw new MatineeError('CONFLICT', 'the partition has another member');
        for (const { topic, partition, offset } of records) {
          state.committed.set(nameOf(topic, partition), offset + 1);
        }
      },
      assignment: () =>
        [...member.next.keys()].map((name) => {
          const [topic = '', partition] = name.split(':');
          return { topic, partition: Number(partition) };
        }),
      async close() {
        await Promise.resolve();
        member.closed = true;
        member.wake();
        state.members = state.members.filter((other) => other !== member);
        rebalance(state);
      },
    });
  }

  return {
    produce,
    subscribe,
    ensureTopics(specs) {
      for (const { name, partitions } of specs) {
        if (!topics.has(name))
          topics.set(
            name,
            Array.from({ length: partitions }, () => []),
          );
      }
      return Promise.resolve();
    },
    read: (topic, partition, from, max) =>
      Promise.resolve((partitionsOf(topic)[partition] ?? []).slice(from, from + max)),
    offsets: (topic) =>
      Promise.resolve(
        partitionsOf(topic).map((log, partition) => ({ partition, earliest: 0, next: log.length })),
      ),
    committed: (group, names) =>
      Promise.resolve(
        names.flatMap((topic) =>
          partitionsOf(topic).map((_log, partition) => ({
            topic,
            partition,
            offset: groups.get(group)?.committed.get(nameOf(topic, partition)) ?? null,
          })),
        ),
      ),
  };
}

function hash(text: string): number {
  let value = 7;
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return value;
}
