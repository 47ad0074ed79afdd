/** A stream in memory for the tests of what reads it: two partitions a topic, commits set by hand. */
import type { RecordPosition } from '../../domain/position.ts';
import { FLOW_TOPICS } from '../../domain/topics.ts';
import type { Consumer, OutgoingRecord, Stream, StreamRecord } from '../../stream/stream.ts';

const PARTITIONS = 2;

export interface StreamDouble extends Pick<Stream, 'produce' | 'tail' | 'offsets' | 'committed'> {
  /** Everything of a topic and partition, in order. */
  log(topic: string, partition: number): readonly StreamRecord[];
  /** Sets what the indexer's group has committed. */
  commit(position: RecordPosition): void;
  /** While true, tails get nothing. */
  paused: boolean;
}

export function createStreamDouble(): StreamDouble {
  const logs = new Map<string, StreamRecord[]>();
  const commits = new Map<string, number>();
  const logOf = (topic: string, partition: number): StreamRecord[] => {
    const name = `${topic}:${partition}`;
    const log = logs.get(name) ?? [];
    logs.set(name, log);
    return log;
  };
  const partitions = Array.from({ length: PARTITIONS }, (_, partition) => partition);
  const places = (topics: readonly string[]) =>
    topics.flatMap((topic) => partitions.map((partition) => ({ topic, partition })));

  function append(topic: string, { key, value }: OutgoingRecord): RecordPosition {
    const partition = (key?.charCodeAt(0) ?? 0) % PARTITIONS;
    const log = logOf(topic, partition);
    const offset = log.length;
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
    log.push({ topic, partition, offset, key, value: bytes, headers: {}, timestamp: 0 });
    return { topic, partition, offset };
  }

  const double: StreamDouble = {
    paused: false,
    log: logOf,
    commit: ({ topic, partition, offset }) => commits.set(`${topic}:${partition}`, offset),
    produce: async (topic, records) => records.map((record) => append(topic, record)),
    offsets: async (topic) =>
      partitions.map((partition) => ({ partition, earliest: 0, next: logOf(topic, partition).length })),
    committed: async (_group, topics) =>
      places(topics).map(({ topic, partition }) => ({
        topic,
        partition,
        offset: commits.get(`${topic}:${partition}`) ?? null,
      })),
    tail: async ({ offsets = [] }) => createTail(double, offsets),
  };
  return double;
}

function createTail(stream: StreamDouble, start: readonly RecordPosition[]): Consumer {
  const next = new Map(start.map(({ topic, partition, offset }) => [`${topic}:${partition}`, offset]));
  let closed = false;

  function take(max: number): StreamRecord[] {
    if (stream.paused) return [];
    for (const topic of FLOW_TOPICS) {
      for (let partition = 0; partition < PARTITIONS; partition += 1) {
        const from = next.get(`${topic}:${partition}`) ?? 0;
        const records = stream.log(topic, partition).slice(from, from + max);
        next.set(`${topic}:${partition}`, from + records.length);
        if (records.length > 0) return records;
      }
    }
    return [];
  }

  return {
    async poll({ maxRecords, timeoutMs }) {
      const deadline = performance.now() + timeoutMs;
      let records = take(maxRecords);
      while (records.length === 0 && !closed && performance.now() < deadline) {
        await new Promise((resolve) => setImmediate(resolve));
        records = take(maxRecords);
      }
      return records;
    },
    commit: () => Promise.reject(new Error('A tail cannot commit')),
    assignment: () => [],
    close: async () => {
      closed = true;
    },
  };
}
