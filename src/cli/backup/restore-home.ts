/** Makes a home from a backup and the keys it was written with, beside its place; it appears there as a whole. */
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { isSystemError, MatineeError } from '../../domain/errors.ts';
import { copyAuditLog } from '../../governance/audit/copy-audit-log.ts';
import { byCommandLine } from '../../governance/audit/events.ts';
import { copyKeyStore } from '../../governance/vault/copy-key-store.ts';
import type { Totals } from '../../store/store.ts';
import { openExistingHome } from '../home/home.ts';
import { openState } from '../home/open-state.ts';
import { backupError } from './back-up-home.ts';
import type { BackupContents } from './contents.ts';
import { type ReadOptions, readArchive } from './read-archive.ts';

export interface RestoreOptions extends Pick<ReadOptions, 'signal' | 'onProgress'> {
  archive: string;
  /** The new home. */
  to: string;
  /** The folder of the keys that the home has now: a backup holds none. */
  keys: string;
  config: Config;
}

export interface RestoredHome {
  dir: string;
  contents: BackupContents;
  totals: Totals;
  /** The model version that serves; null when the backup has none. */
  model: string | null;
}

/**
 * Restores a backup. `CONFLICT` when `to` holds anything, or the keys are those of another home; `USAGE` when keys are
 * missing; `CORRUPT` and the rest as `readArchive`. Nothing is at `to` then.
 */
export async function restoreHome(options: RestoreOptions): Promise<RestoredHome> {
  const { archive, config, signal, onProgress } = options;
  const to = resolve(options.to);
  refuseFullFolder(to);
  refuseMissingKeys(options.keys, config);
  let folder: string | null = null;
  try {
    await mkdir(dirname(to), { recursive: true });
    folder = await mkdtemp(`${to}.unfinished-`);
    const contents = await readArchive(archive, { to: folder, signal, onProgress });
    await bringKeys(options.keys, folder);
    const opened = await openOnce(folder, config);
    signal.throwIfAborted();
    await takePlace(folder, to);
    return { dir: to, contents, ...opened };
  } catch (error) {
    throw backupError(error, to, signal);
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

function refuseFullFolder(to: string): void {
  let names: string[];
  try {
    names = readdirSync(to);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return;
    throw new MatineeError('USAGE', `${to} is no folder that a home can be restored to`, {
      hint: 'Give a new folder to --home.',
      cause: error,
    });
  }
  if (names.length === 0) return;
  throw new MatineeError('CONFLICT', `${to} is not empty`, {
    hint: 'Give a new folder to --home; to replace a home, move it away and name its keys: --keys MOVED/keys.',
  });
}

function refuseMissingKeys(keys: string, { governance }: Config): void {
  const needed = governance.key === null ? ['persons.db', 'master.key'] : ['persons.db'];
  const missing = needed.find((name) => !existsSync(join(keys, name)));
  if (missing === undefined) return;
  throw new MatineeError('USAGE', `there is no ${missing} in ${resolve(keys)}`, {
    hint: 'Give the folder `keys` of the home that was backed up, as it is now: no backup holds it, and without it nobody can read the stream.',
  });
}

async function bringKeys(keys: string, home: string): Promise<void> {
  const [from, to] = [join(keys, 'persons.db'), join(home, 'keys', 'persons.db')];
  copyKeyStore(from, to);
  copyAuditLog(from, to);
  if (existsSync(join(keys, 'master.key'))) {
    await copyFile(join(keys, 'master.key'), join(home, 'keys', 'master.key'));
  }
}

/**
 * Opens all of it, as the next start would: that brings older files forward, compares the keys, and takes out whoever was
 * erased since the backup.
 */
async function openOnce(dir: string, config: Config): Promise<Pick<RestoredHome, 'totals' | 'model'>> {
  const state = await openState(openExistingHome(dir), config);
  try {
    const model = await state.registry.active();
    if (model !== null) await state.registry.load(model);
    await state.vault.remote.appendAudit(byCommandLine('home.restore', model));
    return { totals: await state.store.totals(), model };
  } finally {
    await state.close();
  }
}

async function takePlace(folder: string, to: string): Promise<void> {
  // Fails on a folder that something was put into meanwhile.
  if (existsSync(to)) await rmdir(to);
  await rename(folder, to);
}
