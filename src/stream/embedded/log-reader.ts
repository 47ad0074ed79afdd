/** Reads records of the log from given positions on, as one packed buffer. */
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { MatineeError } from '../../domain/errors.ts';
import type { PackedRecords, ReadRun } from './protocol.ts';
import { skipFrames } from './record-frame.ts';
import { bytesOf, numberOf, type Row } from './row.ts';
import type { PartitionRow } from './topic-table.ts';

/** An answer ends once it holds this much, whatever number of records was asked for. */
const ANSWER_BYTES = 8_388_608;

/** Where a reader stands in a partition; reading moves `next` behind what was read. */
export interface Cursor {
  partition: PartitionRow;
  next: number;
}

/** Reads up to `maxRecords` records, partition after partition, and moves the cursors behind them. */
export type LogReader = (cursors: readonly Cursor[], maxRecords: number) => PackedRecords;

interface Piece {
  run: ReadRun;
  bytes: Uint8Array;
}

export function createLogReader(database: DatabaseSync): LogReader {
  const select = database.prepare(
    `SELECT base_offset, records, timestamp, checksum, bytes FROM batch JOIN payload ON payload.id = payload_id
     WHERE partition_id = ?1 AND base_offset >= coalesce(
       (SELECT max(base_offset) FROM batch WHERE partition_id = ?1 AND base_offset <= ?2), ?2)
     ORDER BY base_offset`,
  );
  const rowsFrom = (...parameters: SQLInputValue[]): Iterable<Row> => select.iterate(...parameters);

  return (cursors, maxRecords) => {
    const pieces: Piece[] = [];
    const nextOf = new Map<Cursor, number>();
    let records = 0;
    let bytes = 0;
    const full = () => records >= maxRecords || bytes >= ANSWER_BYTES;
    for (const cursor of cursors) {
      if (full()) break;
      for (const row of rowsFrom(cursor.partition.id, cursor.next)) {
        if (!isIntact(row)) {
          if (pieces.length === 0) throw damaged(row, cursor);
          // What is before the damage is given first; whoever reads on from there is told.
          break;
        }
        const piece = pieceOf(row, cursor, maxRecords - records);
        if (piece) {
          pieces.push(piece);
          records += piece.run.records;
          bytes += piece.bytes.length;
          nextOf.set(cursor, piece.run.firstOffset + piece.run.records);
        }
        if (full()) break;
      }
    }
    const answer = join(pieces, bytes);
    // Only now, so that a reader whose disk failed halfway stands where it stood.
    for (const [cursor, next] of nextOf) cursor.next = next;
    return answer;
  };
}

function isIntact(row: Row): boolean {
  return crc32(bytesOf(row, 'bytes')) === numberOf(row, 'checksum');
}

function damaged(row: Row, { partition: { topic, partition } }: Cursor): MatineeError {
  const base = numberOf(row, 'base_offset');
  const last = base + numberOf(row, 'records') - 1;
  return new MatineeError('CORRUPT', `Records ${base} to ${last} of ${topic}:${partition} are damaged`, {
    hint: 'Restore the home from a backup.',
  });
}

/** The part of a batch from the cursor on, `room` records at most; null when the batch lies before it. */
function pieceOf(row: Row, { partition: { topic, partition }, next }: Cursor, room: number): Piece | null {
  const base = numberOf(row, 'base_offset');
  const count = numberOf(row, 'records');
  const bytes = bytesOf(row, 'bytes');
  const skipped = Math.max(next - base, 0);
  const records = Math.min(count - skipped, room);
  if (records <= 0) return null;
  const start = skipFrames(bytes, 0, skipped);
  const end = records === count - skipped ? bytes.length : skipFrames(bytes, start, records);
  const run = {
    topic,
    partition,
    firstOffset: base + skipped,
    records,
    timestamp: numberOf(row, 'timestamp'),
  };
  return { run, bytes: bytes.subarray(start, end) };
}

function join(pieces: readonly Piece[], length: number): PackedRecords {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece.bytes, at);
    at += piece.bytes.length;
  }
  return { bytes, runs: pieces.map(({ run }) => run) };
}
