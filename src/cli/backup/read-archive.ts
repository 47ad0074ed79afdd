/** Reads a backup from its first byte to its last, and compares each file with what `backup.json` says of it. */
import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReadEntry } from 'tar';
import type { Progress } from '../../domain/ports.ts';
import { archiveError, damaged, noBackup } from './archive-errors.ts';
import { type BackupContents, type BackupFile, CONTENTS_FILE, parseContents } from './contents.ts';
import { readTar } from './read-tar.ts';

const MAX_CONTENTS_BYTES = 16 * 1024 * 1024;

export interface ReadOptions {
  /** Where the files go, a new folder; null looks at them only. */
  to: string | null;
  signal: AbortSignal;
  /** Bytes read of those packed. */
  onProgress: (progress: Progress) => void;
}

/**
 * Reads the whole backup. `NOT_FOUND` without the file, `BAD_INPUT` for one that is no backup, `CONFLICT` for that of a
 * newer Matinee, `CORRUPT` for one that is damaged, cut off or holds what it does not name.
 */
export async function readArchive(archive: string, options: ReadOptions): Promise<BackupContents> {
  const reader = createReader(archive, options);
  try {
    await readTar(archive, reader.take, options.signal);
    return reader.end();
  } catch (error) {
    options.signal.throwIfAborted();
    throw archiveError(error, archive);
  }
}

function createReader(archive: string, { to, onProgress }: ReadOptions) {
  let contents: BackupContents | null = null;
  let place = 0;
  let done = 0;
  let total = 0;

  async function take(entry: ReadEntry): Promise<void> {
    if (contents === null) {
      contents = parseContents(await contentsText(entry, archive), archive);
      total = contents.files.reduce((sum, { bytes }) => sum + bytes, 0);
      return;
    }
    const file = contents.files[place++];
    if (
      file === undefined ||
      entry.path !== file.path ||
      entry.type !== 'File' ||
      entry.size !== file.bytes
    ) {
      throw damaged(archive, `it holds ${JSON.stringify(entry.path)}, which it does not name there`);
    }
    if ((await digestOf(entry, to === null ? null : join(to, file.path))) !== file.sha256) {
      throw damaged(archive, `${file.path} is not what was backed up`);
    }
    done += file.bytes;
    onProgress({ done, total });
  }

  function end(): BackupContents {
    if (contents === null) throw noBackup(archive);
    const missing: BackupFile | undefined = contents.files[place];
    if (missing !== undefined) throw damaged(archive, `${missing.path} is missing`);
    return contents;
  }

  return { take, end };
}

async function contentsText(entry: ReadEntry, archive: string): Promise<string> {
  if (entry.path !== CONTENTS_FILE || entry.size > MAX_CONTENTS_BYTES) throw noBackup(archive);
  return (await entry.concat()).toString('utf8');
}

/** The digest of an entry, which is written to `file` on the way where there is one. */
async function digestOf(entry: ReadEntry, file: string | null): Promise<string> {
  const hash = createHash('sha256');
  const handle = file === null ? null : await openNew(file);
  try {
    for await (const chunk of entry) {
      hash.update(chunk);
      await handle?.writeFile(chunk);
    }
    await handle?.sync();
  } finally {
    await handle?.close();
  }
  return hash.digest('hex');
}

async function openNew(file: string): Promise<FileHandle> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  return open(file, 'wx', 0o600);
}
