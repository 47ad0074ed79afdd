/**
 * Opens the index file. It is in WAL mode with `synchronous=NORMAL`: a commit is atomic and visible at once, and
 * durable after `flushLog`. Checkpoints run on a thread of their own, never inside a commit.
 */
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isSystemError } from '../../domain/errors.ts';
import { migrate } from './schema.ts';
import { storeError } from './sqlite-errors.ts';

/** How long a connection waits for the file lock before it gives up, in milliseconds. */
export const LOCK_TIMEOUT_MS = 5_000;

/** Where the index lies in a home. */
export function indexPath(home: string): string {
  return join(home, 'index', 'index.db');
}

/** Creates or opens the file for writing, at this build's schema. */
export function openForWriting(path: string): DatabaseSync {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (thrown) {
    throw storeError(thrown, path);
  }
  return prepared(path, { timeout: LOCK_TIMEOUT_MS }, (database) => {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = NORMAL');
    // What is deleted is overwritten: an erased person is not left in the free pages.
    database.exec('PRAGMA secure_delete = ON');
    database.exec('PRAGMA wal_autocheckpoint = 0');
    database.exec('PRAGMA journal_size_limit = 67108864');
    database.exec('PRAGMA cache_size = -65536');
    migrate(database, path);
  });
}

/** Opens the file, which a writer has made, for reading only. */
export function openForReading(path: string): DatabaseSync {
  return prepared(path, { readOnly: true, timeout: LOCK_TIMEOUT_MS }, (database) => {
    database.exec('PRAGMA cache_size = -32768');
  });
}

function prepared(
  path: string,
  options: { readOnly?: boolean; timeout: number },
  prepare: (database: DatabaseSync) => void,
): DatabaseSync {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, options);
    prepare(database);
    return database;
  } catch (thrown) {
    database?.close();
    throw storeError(thrown, path);
  }
}

/** Forces the write-ahead log of everything committed so far to the disk, off the calling thread. */
export async function flushLog(path: string): Promise<void> {
  try {
    const log = await open(`${path}-wal`, 'r+');
    try {
      await log.datasync();
    } finally {
      await log.close();
    }
  } catch (thrown) {
    // Without a log there is no commit that a checkpoint has not already forced to the disk.
    if (isSystemError(thrown, 'ENOENT')) return;
    throw storeError(thrown, path);
  }
}

/** Forces the folder's entries to the disk, so that a new file is still there after a power cut. */
export async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
