/**
 * Copies what a home holds into a folder, beside the processes that work on it. The order makes the copies fit each
 * other: commits and the producer's position are read first, then the index is copied, then the log. So every record
 * that the index has is in the log, and whatever may be missing in the index lies behind the commits and is delivered
 * again; the index makes a repetition change nothing.
 */
import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../../domain/errors.ts';
import { copyRegistry } from '../../model/registry/copy-registry.ts';
import { indexPath } from '../../store/embedded/database.ts';
import { snapshotIndex } from '../../store/embedded/snapshot.ts';
import { logPath } from '../../stream/embedded/database.ts';
import { readCommits, snapshotLog } from '../../stream/embedded/snapshot.ts';
import { type Home, MANIFEST_FILE } from '../home/home.ts';

/** Copies everything but the keys, what belongs to a running process, and what is written anew by itself. */
export async function takeSnapshot(home: Home, to: string, signal: AbortSignal): Promise<void> {
  for (const folder of ['log', 'index']) await mkdir(join(to, folder), { recursive: true });
  const commits = readCommits(home.dir);
  await copyIfThere(home.producerFile, join(to, 'producer.json'));
  await copyFile(join(home.dir, MANIFEST_FILE), join(to, MANIFEST_FILE), constants.COPYFILE_EXCL);
  signal.throwIfAborted();
  snapshotIndex(home.dir, indexPath(to));
  // A request to stop is heard between the copies only.
  await new Promise(setImmediate);
  signal.throwIfAborted();
  snapshotLog(home.dir, logPath(to), commits);
  await new Promise(setImmediate);
  signal.throwIfAborted();
  await copyRegistry(home.modelsDir, join(to, 'models'));
}

async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
}
