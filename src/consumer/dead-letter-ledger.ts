/** Which dead letters are open: the dead topics read once, and from then on only what is added to them. */
import { deadTopicOf, FLOW_TOPICS, type FlowTopic } from '../domain/topics.ts';
import type { Stream } from '../stream/stream.ts';
import { type DeadLetter, type DeadLetterSummary, readDeadTopicEntry } from './dead-letter-record.ts';

const READ_BATCH = 500;

export interface DeadLetterLedger {
  /** Reads what has been added. Not to be called again before it has resolved. */
  refresh(): Promise<void>;
  /** Letters that are kept and have not been replayed, as of the last refresh. */
  open(): Iterable<DeadLetterSummary>;
  /** Counts a letter as replayed, before its marker is read. */
  settle(id: string): void;
}

/** Keeps summaries in memory, never the bytes. */
export function createDeadLetterLedger(stream: Pick<Stream, 'offsets' | 'read'>): DeadLetterLedger {
  const unresolved = new Map<string, DeadLetterSummary>();
  const resolved = new Set<string>();
  const nextOffsets = new Map<string, number>();

  /** Gives the offset it has come to. */
  async function readPartition(
    topic: FlowTopic,
    partition: number,
    from: number,
    to: number,
  ): Promise<number> {
    let offset = from;
    while (offset < to) {
      const records = await stream.read(deadTopicOf(topic), partition, offset, READ_BATCH);
      for (const record of records) {
        const entry = readDeadTopicEntry(topic, record);
        if ('resolves' in entry) settle(entry.resolves);
        else keep(entry.letter);
      }
      const last = records.at(-1);
      if (last === undefined) break;
      offset = last.offset + 1;
    }
    return offset;
  }

  function keep({ key: _key, value: _value, headers: _headers, ...summary }: DeadLetter): void {
    // A record that failed twice at one place is one letter, and a letter once replayed stays so.
    if (!resolved.has(summary.id)) unresolved.set(summary.id, summary);
  }

  function settle(id: string): void {
    resolved.add(id);
    unresolved.delete(id);
  }

  function forgetExpired(topic: string, partition: number, earliest: number): void {
    if (earliest === 0) return;
    for (const { id, position } of unresolved.values()) {
      const isThere = position.topic === topic && position.partition === partition;
      if (isThere && position.offset < earliest) unresolved.delete(id);
    }
  }

  return {
    settle,
    open: () => unresolved.values(),
    async refresh() {
      for (const topic of FLOW_TOPICS) {
        const deadTopic = deadTopicOf(topic);
        for (const { partition, earliest, next } of await stream.offsets(deadTopic)) {
          const name = `${deadTopic}:${partition}`;
          forgetExpired(deadTopic, partition, earliest);
          const from = Math.max(earliest, nextOffsets.get(name) ?? 0);
          nextOffsets.set(name, await readPartition(topic, partition, from, next));
        }
      }
    },
  };
}
