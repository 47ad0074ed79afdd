/**
 * The SQLite file of the log: how it is opened, what it holds, which version it is.
 *
 * Durability: write-ahead logging with `synchronous=FULL` (and `fullfsync` where the system has it): a transaction is
 * on the disk before it is answered, through a crash of the process or of the machine.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import { numberOf } from './row.ts';
import { asLogError, isBusy } from './sqlite-error.ts';

/** 'MATL': tells a log of Matinee from any other SQLite file. */
const APPLICATION_ID = 0x4d41544c;
const FORMAT_VERSION = 1;

/**
 * How long a write waits for those of other processes, in milliseconds. They hold the file for a few at a time, so
 * that longer means a process that hangs.
 */
const BUSY_TIMEOUT_MS = 5_000;

const SCHEMA = `
  CREATE TABLE topic (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    retention_ms INTEGER
  ) STRICT;
  CREATE TABLE partition (
    id INTEGER PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topic (id),
    number INTEGER NOT NULL,
    earliest_offset INTEGER NOT NULL DEFAULT 0,
    next_offset INTEGER NOT NULL DEFAULT 0,
    UNIQUE (topic_id, number)
  ) STRICT;
  -- The frames of a batch, apart from the index so that a large append can be written bit by bit before it shows.
  CREATE TABLE payload (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE batch (
    partition_id INTEGER NOT NULL REFERENCES partition (id),
    base_offset INTEGER NOT NULL,
    records INTEGER NOT NULL,
    timestamp INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    payload_id INTEGER NOT NULL,
    PRIMARY KEY (partition_id, base_offset)
  ) STRICT, WITHOUT ROWID;
  -- Payloads of an append that is not complete; one left by a crash is swept.
  CREATE TABLE staged (payload_id INTEGER PRIMARY KEY, staged_at INTEGER NOT NULL) STRICT;
  CREATE TABLE consumer_group (name TEXT PRIMARY KEY, generation INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE member (
    group_name TEXT NOT NULL,
    id TEXT NOT NULL,
    topics TEXT NOT NULL,
    lease_until INTEGER NOT NULL,
    PRIMARY KEY (group_name, id)
  ) STRICT, WITHOUT ROWID;
  -- generation: the one in which the member got the partition; a commit names it, and a later owner fences it.
  CREATE TABLE assignment (
    group_name TEXT NOT NULL,
    partition_id INTEGER NOT NULL REFERENCES partition (id),
    member_id TEXT NOT NULL,
    generation INTEGER NOT NULL,
    PRIMARY KEY (group_name, partition_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE group_offset (
    group_name TEXT NOT NULL,
    partition_id INTEGER NOT NULL REFERENCES partition (id),
    next_offset INTEGER NOT NULL,
    PRIMARY KEY (group_name, partition_id)
  ) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${FORMAT_VERSION};
`;

/** Where the log lies in a home. */
export function logPath(home: string): string {
  return join(home, 'log', 'log.db');
}

function pragma(database: DatabaseSync, name: string): number {
  return numberOf(database.prepare(`PRAGMA ${name}`).get(), name);
}

/** Opens the log, making it where there is none. `CONFLICT` for a file of a newer version or of another program. */
export function openLogDatabase(file: string): DatabaseSync {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    try {
      prepareFile(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw asLogError(error, file);
  }
}

/** Opens a log that is there for reading only: beside its writers, and without changing it. */
export function openLogForReading(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    try {
      checkVersion(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  } catch (error) {
    throw asLogError(error, file);
  }
}

function prepareFile(database: DatabaseSync, file: string): void {
  checkVersion(database, file);
  // Page size and vacuuming can be chosen before the first page is written only; later these two change nothing.
  database.exec('PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL');
  enterWriteAheadLog(database);
  // A checkpoint of 1 MiB takes a writer's turn for a millisecond or two, one of the default size for ten.
  database.exec(`
    PRAGMA synchronous = FULL; PRAGMA fullfsync = 1; PRAGMA checkpoint_fullfsync = 1;
    PRAGMA wal_autocheckpoint = 128; PRAGMA secure_delete = ON; PRAGMA cache_size = -16384`);
  database.exec('BEGIN IMMEDIATE');
  try {
    if (checkVersion(database, file) === 0) database.exec(SCHEMA);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** Two processes that make the same file can meet here, where SQLite does not wait by itself. */
function enterWriteAheadLog(database: DatabaseSync): void {
  const deadline = Date.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** The version of the file, 0 for an empty one. */
function checkVersion(database: DatabaseSync, file: string): number {
  const application = pragma(database, 'application_id');
  const version = pragma(database, 'user_version');
  const tables = numberOf(database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get(), 'tables');
  if (application === 0 && version === 0 && tables === 0) return 0;
  if (application !== APPLICATION_ID) {
    throw new MatineeError('CONFLICT', `${file} is not a log of Matinee`, {
      hint: 'Name another folder as the home, or move that file away.',
    });
  }
  if (version > FORMAT_VERSION) {
    throw new MatineeError(
      'CONFLICT',
      `The log was made by a newer Matinee: ${file} has format ${version}, this version knows ${FORMAT_VERSION}`,
      { hint: 'Run that newer Matinee, or name another folder as the home.' },
    );
  }
  return version;
}
