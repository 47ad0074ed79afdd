/** Records as the port has them, from the batches of the Kafka protocol (KIP-98, message format 2). */
import type { RecordsBatch } from '@platformatic/kafka';
import type { StreamRecord } from '../stream.ts';

/** Bits of a batch's attributes. */
const APPENDED_TIME = 1 << 3;
const CONTROL = 1 << 5;

const NOTHING = new Uint8Array(0);
const NO_HEADERS: Readonly<Record<string, string>> = Object.freeze({});

type KafkaRecord = RecordsBatch['records'][number];

function headersOf({ headers }: KafkaRecord): Readonly<Record<string, string>> {
  if (headers.length === 0) return NO_HEADERS;
  return Object.fromEntries(headers.map(([name, value]) => [String(name ?? ''), String(value ?? '')]));
}

/** The records of a batch from `fromOffset` on; none of a batch that only marks the end of a transaction. */
export function decodeBatch(
  batch: RecordsBatch,
  { topic, partition, offset: fromOffset }: { topic: string; partition: number; offset: number },
): StreamRecord[] {
  if ((batch.attributes & CONTROL) !== 0) return [];
  const first = Number(batch.firstOffset);
  const appended = (batch.attributes & APPENDED_TIME) !== 0;
  const records: StreamRecord[] = [];
  for (const record of batch.records) {
    const offset = first + record.offsetDelta;
    if (offset < fromOffset) continue;
    records.push({
      topic,
      partition,
      offset,
      key: record.key === null ? null : record.key.toString('utf8'),
      value: record.value ?? NOTHING,
      headers: headersOf(record),
      timestamp: Number(appended ? batch.maxTimestamp : batch.firstTimestamp + record.timestampDelta),
    });
  }
  return records;
}

/** The offset behind a batch. */
export function behindBatch({ firstOffset, lastOffsetDelta }: RecordsBatch): number {
  return Number(firstOffset) + lastOffsetDelta + 1;
}
