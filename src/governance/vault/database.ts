/**
 * The key store of a home, `keys/persons.db`: a file of its own that no backup takes in. What is deleted in it is
 * overwritten, so that a destroyed key is gone from the disk as well.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { ACCESS_TABLES } from '../access/tables.ts';
import { PROCESSING_TABLES } from '../processing/tables.ts';

export type Row = Record<string, SQLOutputValue>;

/** `MTNK`: tells our file from any other SQLite database. */
const APPLICATION_ID = 0x4d544e4b;
const BUSY_TIMEOUT_MS = 5_000;
/** Each waits as long as the above for those who read. */
const CHECKPOINT_ATTEMPTS = 2;

const SCHEMA = `
  CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    -- of the master key that wraps the others
    key_fingerprint TEXT NOT NULL,
    -- wrapped: what suppression digests are made with, and what receipts are signed with
    suppression_key BLOB NOT NULL,
    signing_key BLOB NOT NULL,
    -- grows with every key destroyed, so that caches notice
    erasures INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE person_key (
    pseudonym TEXT PRIMARY KEY,
    stream_id TEXT NOT NULL UNIQUE,
    wrapped_key BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- stream ids whose key was destroyed: they tell an erased record from one whose key is missing, and lead to nobody
  CREATE TABLE destroyed_key (stream_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  -- persons of whom nothing may be taken in again, by digest
  CREATE TABLE suppressed (digest BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION_ID};
`;

/** Nobody was ever erased from a file of version 1: its table of erasures is empty, and had a column too many. */
const ERASURES = `
  DROP TABLE IF EXISTS erasure;
  -- erasures under way: the pseudonym is here until the last step is done
  CREATE TABLE erasure (
    digest BLOB PRIMARY KEY, pseudonym TEXT, facts TEXT NOT NULL, receipt TEXT
  ) STRICT, WITHOUT ROWID;
`;

/** What brings a file of each version to the next. */
const STEPS = [SCHEMA, ERASURES, ACCESS_TABLES, PROCESSING_TABLES] as const;
const FORMAT_VERSION = STEPS.length;

/** Opens the key store, making it where there is none; `CONFLICT` for a file of a newer version or of another program. */
export function openKeyDatabase(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      prepareFile(database, file);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw keyStoreError(error, file);
  }
}

function prepareFile(database: DatabaseSync, file: string): void {
  if (process.platform !== 'win32') chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
  inTransaction(database, () => {
    const version = checkVersion(database, file);
    for (const step of STEPS.slice(version)) database.exec(step);
    if (version < FORMAT_VERSION) database.exec(`PRAGMA user_version = ${FORMAT_VERSION}`);
  });
}

function checkVersion(database: DatabaseSync, file: string): number {
  const version = integerOf(database.prepare('PRAGMA user_version').get(), 'user_version');
  const application = integerOf(database.prepare('PRAGMA application_id').get(), 'application_id');
  if (version === 0 && application === 0) return 0;
  if (application === APPLICATION_ID && version <= FORMAT_VERSION) return version;
  const what = application === APPLICATION_ID ? 'was made by a newer Matinee' : 'is no key store of Matinee';
  throw new MatineeError('CONFLICT', `${file} ${what}`, {
    hint: 'Run the Matinee that made it, or give another folder to --home.',
  });
}

/** Runs `work` in a transaction that other processes wait for; undone when it throws. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Empties the write-ahead log, where deleted rows still stand; `UNAVAILABLE` while another process reads without end. */
export function emptyLog(database: DatabaseSync): void {
  const checkpoint = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  for (let attempt = 0; attempt < CHECKPOINT_ATTEMPTS; attempt++) {
    if (integerOf(checkpoint.get(), 'busy') === 0) return;
  }
  throw new MatineeError('UNAVAILABLE', 'The log of the key store is in use and cannot be emptied', {
    hint: 'Stop what reads keys/persons.db, and run the command again.',
  });
}

/** Anything thrown, as what a person may read of it. */
export function keyStoreError(thrown: unknown, file: string): MatineeError {
  if (thrown instanceof MatineeError) return thrown;
  return new MatineeError('UNAVAILABLE', `The key store ${file} cannot be used: ${messageOf(thrown)}`, {
    hint: 'Look at the disk and at who may write there; the file is in no backup, and is needed to read the stream.',
    cause: thrown,
  });
}

export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : damaged(column);
}

export function textOrNull(row: Row | undefined, column: string): string | null {
  return row?.[column] === null ? null : textOf(row, column);
}

export function integerOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === 'number' ? value : damaged(column);
}

export function bytesOf(row: Row | undefined, column: string): Uint8Array {
  const value = row?.[column];
  return value instanceof Uint8Array ? value : damaged(column);
}

function damaged(column: string): never {
  throw new MatineeError('CORRUPT', `The key store has no ${column} where one should be`, {
    hint: 'Bring back the file keys/persons.db as it was.',
  });
}
