/** The dead letters of the flow: list, show, count and replay them. */
import { deadTopicOf, FLOW_TOPICS, type FlowTopic } from '../domain/topics.ts';
import type { Stream } from '../stream/stream.ts';
import {
  type DeadLetter,
  type DeadLetterSummary,
  readDeadTopicEntry,
  toMarker,
  toReplayedRecord,
} from './dead-letter-record.ts';

type DeadLetterStream = Pick<Stream, 'offsets' | 'read' | 'produce'>;

/** Which letters; every condition must hold, and none means all. */
export interface DeadLetterFilter {
  topic?: FlowTopic;
  reason?: string;
  ids?: readonly string[];
}

export interface DeadLetters {
  /** Letters not replayed yet, oldest first. */
  list(filter?: DeadLetterFilter): Promise<DeadLetterSummary[]>;
  /** One letter with its bytes; null when there is none, or it has been replayed. */
  show(id: string): Promise<DeadLetter | null>;
  count(filter?: DeadLetterFilter): Promise<number>;
  /**
   * Puts the letters' bytes back on their topics, then marks them replayed, and says how many there were. A crash
   * between the two replays them once more, which changes nothing in the index. Replaying again does nothing.
   */
  replay(filter?: DeadLetterFilter): Promise<number>;
}

const READ_BATCH = 500;
const REPLAY_BATCH = 200;

/**
 * Opens the letters of a stream. Only summaries are kept in memory, and each call reads only what has been added
 * since the last, so that a count may be asked for often.
 */
export function openDeadLetters(stream: DeadLetterStream): DeadLetters {
  const unresolved = new Map<string, DeadLetterSummary>();
  const resolved = new Set<string>();
  const nextOffsets = new Map<string, number>();
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs one operation after the other: two replays at once would put the same letter back twice. */
  function inTurn<T>(operation: () => Promise<T>): Promise<T> {
    const result = queue.then(operation);
    queue = result.catch(() => undefined);
    return result;
  }

  async function refresh(): Promise<void> {
    for (const topic of FLOW_TOPICS) {
      const deadTopic = deadTopicOf(topic);
      for (const { partition, earliest, next } of await stream.offsets(deadTopic)) {
        const name = `${deadTopic}:${partition}`;
        forgetExpired(deadTopic, partition, earliest);
        await readPartition(topic, partition, Math.max(earliest, nextOffsets.get(name) ?? 0), next);
        nextOffsets.set(name, next);
      }
    }
  }

  async function readPartition(topic: FlowTopic, partition: number, from: number, to: number): Promise<void> {
    for (let offset = from; offset < to; ) {
      const records = await stream.read(deadTopicOf(topic), partition, offset, READ_BATCH);
      for (const record of records) {
        const entry = readDeadTopicEntry(topic, record);
        if ('resolves' in entry) resolve(entry.resolves);
        else keep(entry.letter);
      }
      const last = records.at(-1);
      if (last === undefined) return;
      offset = last.offset + 1;
    }
  }

  function keep({ key: _key, value: _value, headers: _headers, ...summary }: DeadLetter): void {
    if (!resolved.has(summary.id)) unresolved.set(summary.id, summary);
  }

  function resolve(id: string): void {
    resolved.add(id);
    unresolved.delete(id);
  }

  function forgetExpired(topic: string, partition: number, earliest: number): void {
    for (const { id, position } of unresolved.values()) {
      const expired =
        position.topic === topic && position.partition === partition && position.offset < earliest;
      if (expired) unresolved.delete(id);
    }
  }

  async function select({ topic, reason, ids }: DeadLetterFilter = {}): Promise<DeadLetterSummary[]> {
    await refresh();
    const wanted = ids === undefined ? null : new Set(ids);
    return [...unresolved.values()]
      .filter(
        (letter) =>
          (topic === undefined || letter.topic === topic) &&
          (reason === undefined || letter.reason === reason) &&
          (wanted === null || wanted.has(letter.id)),
      )
      .sort((one, other) => one.failedAt - other.failedAt);
  }

  async function readLetter({ topic, position }: DeadLetterSummary): Promise<DeadLetter | null> {
    const [record] = await stream.read(position.topic, position.partition, position.offset, 1);
    if (record === undefined || record.offset !== position.offset) return null;
    const entry = readDeadTopicEntry(topic, record);
    return 'letter' in entry ? entry.letter : null;
  }

  async function replay(filter?: DeadLetterFilter): Promise<number> {
    const summaries = await select(filter);
    let replayed = 0;
    for (const topic of FLOW_TOPICS) {
      const ofTopic = summaries.filter((summary) => summary.topic === topic);
      for (let start = 0; start < ofTopic.length; start += REPLAY_BATCH) {
        const read = await Promise.all(ofTopic.slice(start, start + REPLAY_BATCH).map(readLetter));
        const letters = read.filter((letter) => letter !== null);
        await stream.produce(topic, letters.map(toReplayedRecord));
        await stream.produce(deadTopicOf(topic), letters.map(toMarker));
        for (const { id } of letters) resolve(id);
        replayed += letters.length;
      }
    }
    return replayed;
  }

  return {
    list: (filter) => inTurn(() => select(filter)),
    count: (filter) => inTurn(async () => (await select(filter)).length),
    replay: (filter) => inTurn(() => replay(filter)),
    show: (id) =>
      inTurn(async () => {
        const [summary] = await select({ ids: [id] });
        return summary === undefined ? null : await readLetter(summary);
      }),
  };
}
