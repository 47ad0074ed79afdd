/** Packs the records of one `produce` call into batches, in the caller's thread, so that the log thread only copies bytes. */
import { crc32 } from 'node:zlib';
import type { RecordPosition } from '../../domain/position.ts';
import { transfer } from '../../threads/transfer.ts';
import { type EncodedRecord, encodeRecord } from '../encoded-record.ts';
import { partitionOfKey } from '../partitioner.ts';
import type { OutgoingRecord } from '../stream.ts';
import type { AppendRequest, OutgoingBatch } from './protocol.ts';
import { frameLength, writeFrame } from './record-frame.ts';

/**
 * Where a batch ends once it holds this much. Small enough that a poll for a few records does not read much more
 * than it gives, large enough that a row of the log is many records.
 */
const BATCH_BYTES = 65_536;

export interface PackedAppend {
  request: AppendRequest;
  /** The records' positions in the caller's order, once the first offset of each batch is known. */
  positions(firstOffsets: readonly number[]): RecordPosition[];
}

interface PlacedRecord extends EncodedRecord {
  /** Its index in the caller's list. */
  index: number;
}

/**
 * Groups the records by partition, in their order, and lays them into one buffer.
 * `nextPartition` says where a record without a key goes.
 */
export function packRecords(
  topic: string,
  records: readonly OutgoingRecord[],
  partitions: number,
  nextPartition: () => number,
): PackedAppend {
  const byPartition = new Map<number, PlacedRecord[]>();
  let total = 0;
  records.forEach((record, index) => {
    const placed = { ...encodeRecord(record), index };
    total += frameLength(placed);
    const partition = placed.key === null ? nextPartition() : partitionOfKey(placed.key, partitions);
    const group = byPartition.get(partition);
    if (group) group.push(placed);
    else byPartition.set(partition, [placed]);
  });
  const bytes = Buffer.from(new ArrayBuffer(total));
  const batches = writeBatches(bytes, byPartition);
  const indices = [...byPartition.values()].flatMap((group) => group.map(({ index }) => index));
  return {
    request: transfer({ topic, bytes: new Uint8Array(bytes.buffer), batches }, [bytes.buffer]),
    positions: (firstOffsets) => positionsOf(topic, batches, firstOffsets, indices),
  };
}

function writeBatches(bytes: Buffer, byPartition: ReadonlyMap<number, readonly EncodedRecord[]>) {
  const batches: OutgoingBatch[] = [];
  let at = 0;
  for (const [partition, records] of byPartition) {
    let start = at;
    let count = 0;
    records.forEach((record, nth) => {
      at = writeFrame(bytes, at, record);
      count++;
      if (at - start < BATCH_BYTES && nth < records.length - 1) return;
      const checksum = crc32(bytes.subarray(start, at));
      batches.push({ partition, records: count, byteLength: at - start, checksum });
      start = at;
      count = 0;
    });
  }
  return batches;
}

function positionsOf(
  topic: string,
  batches: readonly OutgoingBatch[],
  firstOffsets: readonly number[],
  indices: readonly number[],
): RecordPosition[] {
  const positions = new Array<RecordPosition>(indices.length);
  let packed = 0;
  batches.forEach(({ partition, records }, batch) => {
    const first = firstOffsets[batch] ?? 0;
    for (let nth = 0; nth < records; nth++) {
      const index = indices[packed++] ?? 0;
      positions[index] = { topic, partition, offset: first + nth };
    }
  });
  return positions;
}
