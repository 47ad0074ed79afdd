/**
 * Appends records with the idempotent producer: a batch that is sent again because its acknowledgement was lost is
 * kept once. Calls that wait share the next batches, so that many small ones cost few round trips, and batches follow
 * each other, so that the records of a key keep their order.
 */
import type { Producer } from '@platformatic/kafka';
import type { RecordPosition } from '../../domain/position.ts';
import { type EncodedRecord, encodedLength, encodeRecord, MAX_RECORD_BYTES } from '../encoded-record.ts';
import { partitionOfKey } from '../partitioner.ts';
import type { OutgoingRecord } from '../stream.ts';

type Message = Parameters<Producer['send']>[0]['messages'][number];

interface Waiting {
  topic: string;
  messages: Message[];
  sizes: number[];
  positions: RecordPosition[];
  resolve(positions: RecordPosition[]): void;
  reject(error: unknown): void;
}

export interface Appender {
  /** Resolves with the position of each record once every in-sync replica has all of them. */
  append(topic: string, partitions: number, records: readonly OutgoingRecord[]): Promise<RecordPosition[]>;
  close(): Promise<void>;
}

/** `connect` gives a producer: a new one after each failure, since an idempotent one may not go on behind a gap. */
export function createAppender(connect: () => Producer): Appender {
  const queue: Waiting[] = [];
  let producer: Producer | null = null;
  let sending: Promise<void> | null = null;
  let nextKeyless = 0;

  function messageOf(
    topic: string,
    partitions: number,
    record: OutgoingRecord,
    encoded: EncodedRecord,
  ): Message {
    const { key, value } = encoded;
    return {
      topic,
      partition: key === null ? nextKeyless++ % partitions : partitionOfKey(key, partitions),
      value: asBuffer(value),
      ...(key === null ? {} : { key: asBuffer(key) }),
      ...(encoded.headers === null ? {} : { headers: headersOf(record) }),
    };
  }

  /** What goes in the next batch: of the first topic that waits, up to the limit, and who waits for how many of it. */
  function nextBatch(): { messages: Message[]; shares: { waiting: Waiting; count: number }[] } {
    const messages: Message[] = [];
    const shares: { waiting: Waiting; count: number }[] = [];
    let bytes = 0;
    for (const waiting of queue) {
      if (waiting.topic !== queue[0]?.topic) break;
      const from = waiting.positions.length;
      let at = from;
      for (; at < waiting.messages.length; at++) {
        const size = waiting.sizes[at] ?? 0;
        const message = waiting.messages[at];
        if (message === undefined || (bytes > 0 && bytes + size > MAX_RECORD_BYTES)) break;
        bytes += size;
        messages.push(message);
      }
      shares.push({ waiting, count: at - from });
      if (at < waiting.messages.length) break;
    }
    return { messages, shares };
  }

  async function sendNext(): Promise<void> {
    const { messages, shares } = nextBatch();
    try {
      producer ??= connect();
      const { offsets = [] } = await producer.send({ messages });
      const next = new Map(offsets.map(({ partition, offset }) => [partition, Number(offset)]));
      const positions = messages.map(({ topic, partition = 0 }) => {
        const offset = next.get(partition) ?? -1;
        next.set(partition, offset + 1);
        return { topic, partition, offset };
      });
      let from = 0;
      for (const { waiting, count } of shares) {
        waiting.positions.push(...positions.slice(from, from + count));
        from += count;
        if (waiting.positions.length === waiting.messages.length) waiting.resolve(waiting.positions);
      }
      while (queue[0] && queue[0].positions.length === queue[0].messages.length) queue.shift();
    } catch (error) {
      queue.splice(0, shares.length);
      for (const { waiting } of shares) waiting.reject(error);
      const failed = producer;
      producer = null;
      await failed?.close(true).catch(() => undefined);
    }
  }

  async function sendAll(): Promise<void> {
    while (queue.length > 0) await sendNext();
    sending = null;
  }

  return {
    append(topic, partitions, records) {
      const encoded = records.map(encodeRecord);
      const messages = records.map((record, at) =>
        messageOf(topic, partitions, record, encoded[at] ?? encodeRecord(record)),
      );
      return new Promise((resolve, reject) => {
        const sizes = encoded.map((record) => encodedLength(record) + FRAMING);
        queue.push({ topic, messages, sizes, positions: [], resolve, reject });
        sending ??= sendAll();
      });
    },
    async close() {
      await sending;
      await producer?.close(true);
    },
  };
}

/** More than a record takes in a batch besides its parts. */
const FRAMING = 70;

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function headersOf({ headers = {} }: OutgoingRecord): Map<Buffer, Buffer> {
  return new Map(Object.entries(headers).map(([name, value]) => [Buffer.from(name), Buffer.from(value)]));
}
