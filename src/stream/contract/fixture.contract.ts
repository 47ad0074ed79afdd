/** What the contract suite needs of an adapter, and the words its tests share. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type ErrorCode, MatineeError } from '../../domain/errors.ts';
import type { RecordPosition } from '../../domain/position.ts';
import type { Consumer, OutgoingRecord, Stream, StreamRecord } from '../stream.ts';

/** An adapter under test: one place where records are kept, and as many clients of it as a test wants. */
export interface StreamFixture {
  /** Another client of the same place, as another process would have it. The suite closes what it opens. */
  open(): Promise<Stream>;
  /** Called once at the end. */
  remove(): Promise<void>;
}

/** How long the suite waits for what must happen: long, because a broker may be slow, and nobody waits in vain. */
export const PATIENCE_MS = 30_000;

/** A name that no other test and no earlier run has: letters and dots, as topics have them. */
export function uniqueName(): string {
  const letters = [...randomBytes(16)].map((byte) => String.fromCharCode(97 + (byte % 26)));
  return `contract.${letters.join('')}`;
}

/** A new topic. */
export async function newTopic(
  stream: Stream,
  partitions = 3,
  retentionMs: number | null = null,
): Promise<string> {
  const name = uniqueName();
  await stream.ensureTopics([{ name, partitions, retentionMs }]);
  return name;
}

/** Records `0` to `count - 1`, spread over `keys` keys. */
export function numbered(count: number, keys = 7): OutgoingRecord[] {
  return Array.from({ length: count }, (_, n) => ({ key: `key-${n % keys}`, value: String(n) }));
}

export function textOf(record: StreamRecord): string {
  return new TextDecoder().decode(record.value);
}

/** Polls until `count` records have come, or fails. */
export async function take(consumer: Consumer, count: number, maxRecords = 1_000): Promise<StreamRecord[]> {
  const deadline = performance.now() + PATIENCE_MS;
  const records: StreamRecord[] = [];
  while (records.length < count) {
    assert.ok(performance.now() < deadline, `only ${records.length} of ${count} records came`);
    records.push(...(await consumer.poll({ maxRecords, timeoutMs: 500 })));
  }
  return records;
}

/** The values by partition, in the order they came. */
export function byPartition(records: readonly StreamRecord[]): Map<number, string[]> {
  const values = new Map<number, string[]>();
  for (const record of records) {
    values.set(record.partition, [...(values.get(record.partition) ?? []), textOf(record)]);
  }
  return values;
}

export function positionOf({ topic, partition, offset }: StreamRecord): RecordPosition {
  return { topic, partition, offset };
}

/** Fails unless `promise` is rejected with a `MatineeError` of this code. */
export async function rejectsWith(promise: Promise<unknown>, code: ErrorCode): Promise<void> {
  await assert.rejects(promise, (error) => {
    assert.ok(error instanceof MatineeError, `expected a MatineeError, got ${String(error)}`);
    assert.equal(error.code, code, error.message);
    return true;
  });
}

/** Every record of a topic, partition after partition. */
export async function everything(stream: Stream, topic: string): Promise<StreamRecord[]> {
  const records: StreamRecord[] = [];
  for (const { partition, earliest, next } of await stream.offsets(topic)) {
    for (let at = earliest; at < next; ) {
      const part = await stream.read(topic, partition, at, next - at);
      assert.notEqual(part.length, 0, `nothing at ${partition}:${at} before ${next}`);
      records.push(...part);
      at += part.length;
    }
  }
  return records;
}
