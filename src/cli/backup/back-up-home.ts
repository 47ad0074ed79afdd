/** Backs a home up into one file: copies beside the file first, then the archive, which appears as a whole. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { Home } from '../home/home.ts';
import type { BackupContents } from './contents.ts';
import { takeSnapshot } from './take-snapshot.ts';
import { type WriteOptions, writeArchive } from './write-archive.ts';

/**
 * Writes the backup of a home, which may be in use, to the new file `file`. `CONFLICT` when that is there already,
 * `CORRUPT` for a home that is damaged, `UNAVAILABLE` when the disk fails, `CANCELLED` when asked to stop; nothing is left
 * behind then.
 */
export async function backUpHome(home: Home, file: string, options: WriteOptions): Promise<BackupContents> {
  const target = resolve(file);
  if (existsSync(target)) {
    throw new MatineeError('CONFLICT', `${target} is there already`, { hint: 'Give a new file.' });
  }
  let folder: string | null = null;
  try {
    await mkdir(dirname(target), { recursive: true });
    folder = await mkdtemp(`${target}.unfinished-`);
    const copies = join(folder, 'home');
    await takeSnapshot(home, copies, options.signal);
    const contents = await writeArchive(copies, join(folder, 'archive'), options);
    await rename(join(folder, 'archive'), target);
    return contents;
  } catch (error) {
    throw backupError(error, target, options.signal);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

/** Anything thrown while working on a backup or a restored home, as what a person may read of it. */
export function backupError(error: unknown, place: string, signal: AbortSignal): unknown {
  if (signal.aborted) {
    return new MatineeError('CANCELLED', 'Stopped before it was done; nothing was left behind', {
      hint: 'Run the command again.',
    });
  }
  if (error instanceof MatineeError || !(error instanceof Error && 'code' in error)) return error;
  return new MatineeError('UNAVAILABLE', `${place} cannot be written: ${messageOf(error)}`, {
    hint: 'Look at the disk, its space, and who may write there.',
    cause: error,
  });
}
