/** The file that keeps the master key: made on first use, readable by its owner alone, never overwritten. */
import { randomUUID } from 'node:crypto';
import { type FileHandle, link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isSystemError, MatineeError, messageOf } from '../domain/errors.ts';
import { createMasterKey, formatMasterKey, parseMasterKey } from './master-key.ts';

const OWNER_ONLY = 0o600;
const ANYONE_ELSE = 0o077;

/**
 * The key kept in `file`, made there (mode 0600) when there is none: processes that start at once get the same.
 * Errors: `USAGE` when the file is open to others or holds no key, `UNAVAILABLE` when it cannot be read or made.
 */
export async function loadMasterKey({ file }: { file: string }): Promise<Buffer> {
  try {
    return (await readKey(file)) ?? (await makeKey(file));
  } catch (error) {
    if (error instanceof MatineeError) throw error;
    throw new MatineeError('UNAVAILABLE', `the master key ${file} cannot be used: ${messageOf(error)}`, {
      hint: 'give the user that runs Matinee the right to read this file and to write in its folder',
      cause: error,
    });
  }
}

async function readKey(file: string): Promise<Buffer | null> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
  try {
    await refuseOthers(handle, file);
    return parseMasterKey(await handle.readFile('utf8'), file);
  } finally {
    await handle.close();
  }
}

async function refuseOthers(handle: FileHandle, file: string): Promise<void> {
  // Windows has no mode bits: its access lists say who may read.
  if (process.platform === 'win32') return;
  const { mode } = await handle.stat();
  if ((mode & ANYONE_ELSE) === 0) return;
  const octal = (mode & 0o777).toString(8).padStart(3, '0');
  throw new MatineeError('USAGE', `the master key ${file} is open to other users (mode ${octal})`, {
    hint: `run \`chmod 600 ${file}\`, and replace the key if somebody may have read it`,
  });
}

/** Writes a key beside `file` and links it into place: the link either appears whole or was there before. */
async function makeKey(file: string): Promise<Buffer> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeDurably(draft, `${formatMasterKey(createMasterKey())}\n`);
    await link(draft, file).catch((error: unknown) => {
      if (!isSystemError(error, 'EEXIST')) throw error;
    });
  } finally {
    await unlink(draft).catch((error: unknown) => {
      if (!isSystemError(error, 'ENOENT')) throw error;
    });
  }
  await syncFolder(folder);
  const key = await readKey(file);
  if (key === null) throw new Error('it vanished while it was made');
  return key;
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', OWNER_ONLY);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new name itself survive a power cut. Windows cannot sync a folder, and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
