/** Streams the whole of `index_movies` in blocks, each scan from a snapshot and a connection of its own. */
import type { DatabaseSync } from 'node:sqlite';
import { transfer } from '../../threads/transfer.ts';
import { openForReading } from './database.ts';
import type { ScanBlock } from './protocol.ts';
import { numberOf, type Row, textOf } from './row.ts';

const RATINGS_PER_BLOCK = 8_192;

export interface Scan {
  /** Null after the last block. */
  next(): ScanBlock | null;
  close(): void;
}

/** Opens a snapshot of the index file at `path`: what is written later is not in it. */
export function openScan(path: string): Scan {
  const database = openForReading(path);
  const names = personNames(database);
  const rows = database
    .prepare('SELECT user_key, movie_id, rating, timestamp FROM ratings WHERE rating IS NOT NULL')
    .iterate();
  return {
    next: () => {
      const block: Row[] = [];
      for (let row = rows.next(); !row.done; row = rows.next()) {
        block.push(row.value);
        if (block.length === RATINGS_PER_BLOCK) break;
      }
      return block.length === 0 ? null : columnsOf(block, names);
    },
    close: () => database.close(),
  };
}

/** Begins the snapshot, by its first read. */
function personNames(database: DatabaseSync): Map<number, string> {
  database.exec('BEGIN');
  const rows = database.prepare('SELECT user_key, user_id FROM users').all();
  return new Map(rows.map((row) => [numberOf(row, 'user_key'), textOf(row, 'user_id')]));
}

function columnsOf(rows: readonly Row[], names: Map<number, string>): ScanBlock {
  const places = new Map<number, number>();
  const userIds: string[] = [];
  const placeOf = (userKey: number): number => {
    const known = places.get(userKey);
    if (known !== undefined) return known;
    places.set(userKey, userIds.length);
    return userIds.push(textOf({ user_id: names.get(userKey) ?? null }, 'user_id')) - 1;
  };
  const users = Int32Array.from(rows, (row) => placeOf(numberOf(row, 'user_key')));
  const movies = Int32Array.from(rows, (row) => numberOf(row, 'movie_id'));
  const ratings = Float32Array.from(rows, (row) => numberOf(row, 'rating'));
  const timestamps = Float64Array.from(rows, (row) => numberOf(row, 'timestamp'));
  const columns = [users, movies, ratings, timestamps];
  return transfer(
    { userIds, users, movies, ratings, timestamps },
    columns.map(({ buffer }) => buffer),
  );
}
