/** Streams a whole table of the index in blocks, each scan from a snapshot and a connection of its own. */
import type { DatabaseSync } from 'node:sqlite';
import { INTERACTION_TYPES } from '../../domain/closed-words.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { InteractionType } from '../../domain/interaction.ts';
import { transfer } from '../../threads/transfer.ts';
import { openForReading } from './database.ts';
import type { InteractionBlock, ScanBlock, ShownBlock, UserBlock } from './protocol.ts';
import { numberOf, type Row, textOf, wordOf } from './row.ts';

const ROWS_PER_BLOCK = 8_192;
const USERS_PER_BLOCK = 1_024;

export interface Scan<Block> {
  /** Null after the last block. */
  next(): Block | null;
  close(): void;
}

/** Opens a snapshot of all ratings of the index file at `path`: what is written later is not in it. */
export function openRatingScan(path: string): Scan<ScanBlock> {
  const query = 'SELECT user_key, movie_id, rating, timestamp FROM ratings WHERE rating IS NOT NULL';
  return openScan(path, query, [], ratingColumns);
}

/** The same of the interactions of these types. */
export function openInteractionScan(path: string, types: readonly InteractionType[]): Scan<InteractionBlock> {
  const query = `SELECT user_key, movie_id, type, event_time FROM interactions
    WHERE type IN (SELECT value FROM json_each(?))`;
  return openScan(path, query, [JSON.stringify(types)], interactionColumns);
}

/** Of these, the ones with films shown by an answer whose id begins so. */
export function openShownScan(
  path: string,
  types: readonly InteractionType[],
  idPrefix: string,
): Scan<ShownBlock> {
  const query = `SELECT user_key, movie_id, type, event_time, recommendation_id FROM interactions
    WHERE type IN (SELECT value FROM json_each(?)) AND substr(recommendation_id, 1, length(?)) = ?`;
  return openScan(path, query, [JSON.stringify(types), idPrefix, idPrefix], shownColumns);
}

function openScan<Block>(
  path: string,
  query: string,
  parameters: readonly string[],
  columnsOf: (rows: readonly Row[], names: PersonNames) => Block,
): Scan<Block> {
  const database = openForReading(path);
  const names = personNames(database);
  const rows = database.prepare(query).iterate(...parameters);
  return {
    next: () => {
      const block: Row[] = [];
      for (let row = rows.next(); !row.done; row = rows.next()) {
        block.push(row.value);
        if (block.length === ROWS_PER_BLOCK) break;
      }
      return block.length === 0 ? null : columnsOf(block, names);
    },
    close: () => database.close(),
  };
}

type PersonNames = ReadonlyMap<number, string>;

/** Begins the snapshot, by its first read. */
function personNames(database: DatabaseSync): PersonNames {
  database.exec('BEGIN');
  const rows = database.prepare('SELECT user_key, user_id FROM users').all();
  return new Map(rows.map((row) => [numberOf(row, 'user_key'), textOf(row, 'user_id')]));
}

/** The distinct persons of a block, and each row's place among them. */
function personsOf(rows: readonly Row[], names: PersonNames): { userIds: string[]; users: Int32Array } {
  const places = new Map<number, number>();
  const userIds: string[] = [];
  const placeOf = (userKey: number): number => {
    const known = places.get(userKey);
    if (known !== undefined) return known;
    places.set(userKey, userIds.length);
    return userIds.push(textOf({ user_id: names.get(userKey) ?? null }, 'user_id')) - 1;
  };
  const users = Int32Array.from(rows, (row) => placeOf(numberOf(row, 'user_key')));
  return { userIds, users };
}

function ratingColumns(rows: readonly Row[], names: PersonNames): ScanBlock {
  const { userIds, users } = personsOf(rows, names);
  const movies = Int32Array.from(rows, (row) => numberOf(row, 'movie_id'));
  const ratings = Float32Array.from(rows, (row) => numberOf(row, 'rating'));
  const timestamps = Float64Array.from(rows, (row) => numberOf(row, 'timestamp'));
  const columns = [users, movies, ratings, timestamps];
  return transfer(
    { userIds, users, movies, ratings, timestamps },
    columns.map(({ buffer }) => buffer),
  );
}

function interactionColumns(rows: readonly Row[], names: PersonNames): InteractionBlock {
  const { userIds, users } = personsOf(rows, names);
  const movies = Int32Array.from(rows, (row) => numberOf(row, 'movie_id'));
  const eventTimes = Float64Array.from(rows, (row) => numberOf(row, 'event_time'));
  const types = rows.map((row) => wordOf(row, 'type', INTERACTION_TYPES));
  return transfer(
    { userIds, users, movies, types, eventTimes },
    [users, movies, eventTimes].map(({ buffer }) => buffer),
  );
}

function shownColumns(rows: readonly Row[], names: PersonNames): ShownBlock {
  const recommendationIds = rows.map((row) => textOf(row, 'recommendation_id'));
  return { ...interactionColumns(rows, names), recommendationIds };
}

/** Everybody, in blocks that each see the index as it is then. */
export function createUserBlocks(database: DatabaseSync): (place: number) => UserBlock {
  const select = database.prepare(
    `SELECT user_key, user_id FROM users WHERE user_key > ? ORDER BY user_key LIMIT ${USERS_PER_BLOCK}`,
  );
  return (place) => {
    const rows = select.all(place);
    const last = rows.at(-1);
    return {
      userIds: rows.map((row) => textOf(row, 'user_id')),
      last: last === undefined ? null : numberOf(last, 'user_key'),
    };
  };
}

/** Scans that a caller has open, by the number it knows each by. */
export interface OpenScans<Block> {
  open(scan: Scan<Block>): number;
  next(id: number): Block | null;
  close(id: number): void;
  closeAll(): void;
}

let scansOpened = 0;

export function createOpenScans<Block>(): OpenScans<Block> {
  const scans = new Map<number, Scan<Block>>();
  const close = (id: number) => {
    scans.get(id)?.close();
    scans.delete(id);
  };
  return {
    open(scan) {
      scansOpened += 1;
      scans.set(scansOpened, scan);
      return scansOpened;
    },
    next(id) {
      const scan = scans.get(id);
      if (scan === undefined) throw new MatineeError('INTERNAL', `Scan ${id} of the index is closed`);
      const block = scan.next();
      if (block === null) close(id);
      return block;
    },
    close,
    closeAll: () => [...scans.keys()].forEach(close),
  };
}
