/**
 * The registry of model versions: a folder with `versions/<version>/` for each (a manifest and two model files) and
 * `active.json` for the one that serves. Several processes may use one folder; what they see is always whole.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { type Clock, systemClock } from '../../domain/ports.ts';
import type { Model } from '../model.ts';
import type { FittedModel, TrainingOutcome } from '../training/trainer.ts';
import { readActivation, writeActivation } from './activation.ts';
import { renameDurably } from './durable-file.ts';
import { FORMAT_VERSION, type Manifest, VERSION_PATTERN } from './manifest.ts';
import { readManifest, readModelFile, writeManifest, writeModelFile } from './version-folder.ts';
import { type ActivationWatch, watchActivation } from './watch-activation.ts';

/** A version, opened: a model for predicted ratings and one for ranking. */
export interface ModelVersion {
  version: string;
  rating: Model;
  ranking: Model;
  manifest: Manifest;
}

/** A version in the list: its manifest, or what is wrong with it. */
export type ListedVersion =
  | { version: string; active: boolean; manifest: Manifest; problem: null }
  | { version: string; active: boolean; manifest: null; problem: string };

export interface NewVersion {
  outcome: Pick<TrainingOutcome, 'data'> & Record<'rating' | 'ranking', Omit<FittedModel, 'trials'>>;
  streamOffsets?: Manifest['streamOffsets'];
}

export interface RegistryOptions {
  /** The version of this program, for the manifests. */
  codeVersion: string;
  clock?: Clock;
}

export interface ModelRegistry {
  /** Saves a version: durable and complete once resolved, and not there at all before. It is not active yet. */
  register(version: NewVersion): Promise<Manifest>;
  /** Every version, the latest first. */
  list(): Promise<ListedVersion[]>;
  /** Opens a version. Unknown is `NOT_FOUND`, damaged `CORRUPT`, of a newer format `CONFLICT`. */
  load(version: string): Promise<ModelVersion>;
  /** Makes a version the one that serves, once it is proven to open; else the present one stays, and this rejects as `load`. */
  activate(version: string): Promise<ModelVersion>;
  /** The version that serves; null before the first activation. */
  active(): Promise<string | null>;
  /** Makes the version that was active before active again. `NOT_FOUND` when there was none. */
  rollback(): Promise<ModelVersion>;
  /** Removes all but the latest `keep` versions, the active one and the one before it; gives the removed. */
  prune(keep: number): Promise<string[]>;
  /**
   * Opens each version that becomes active from now on, whichever process activates it. One that does not open goes to
   * `onError`, and the caller keeps the one it has.
   */
  watch(
    onChange: (version: ModelVersion) => void,
    onError: (error: unknown) => void,
  ): Promise<ActivationWatch>;
}

/** Folders that a crash left half written are removed by `prune` once they are this old. */
const ABANDONED_AFTER_MS = 3_600_000;

const VERSION = new RegExp(VERSION_PATTERN);

/** Opens the registry in a folder, which is made when it is missing. */
export async function createRegistry(
  dir: string,
  { codeVersion, clock = systemClock }: RegistryOptions,
): Promise<ModelRegistry> {
  const root = join(dir, 'versions');
  await mkdir(root, { recursive: true });
  const folderOf = (version: string) => join(root, version);

  async function register({ outcome, streamOffsets = [] }: NewVersion): Promise<Manifest> {
    const now = new Date(clock.now());
    const version = `${now.toISOString().replaceAll(/[-:.]/g, '')}-${randomUUID().slice(0, 8)}`;
    const temporary = join(root, `.new-${version}`);
    await mkdir(temporary);
    const manifest: Manifest = {
      formatVersion: FORMAT_VERSION,
      version,
      createdAt: now.toISOString(),
      codeVersion,
      models: {
        rating: await writeModelFile(temporary, 'rating', outcome.rating),
        ranking: await writeModelFile(temporary, 'ranking', outcome.ranking),
      },
      data: outcome.data,
      streamOffsets,
    };
    await writeManifest(temporary, manifest);
    await renameDurably(temporary, folderOf(version));
    return manifest;
  }

  async function versions(): Promise<string[]> {
    const names = await readdir(root);
    return names
      .filter((name) => VERSION.test(name))
      .sort()
      .reverse();
  }

  async function list(): Promise<ListedVersion[]> {
    const active = (await readActivation(dir))?.version;
    return Promise.all(
      (await versions()).map(async (version): Promise<ListedVersion> => {
        try {
          const manifest = await readManifest(folderOf(version), version);
          return { version, active: version === active, manifest, problem: null };
        } catch (error) {
          return { version, active: version === active, manifest: null, problem: messageOf(error) };
        }
      }),
    );
  }

  async function load(version: string): Promise<ModelVersion> {
    if (!(await versions()).includes(version)) throw unknownVersion(version);
    const folder = folderOf(version);
    const manifest = await readManifest(folder, version);
    const [rating, ranking] = await Promise.all([
      readModelFile(folder, version, manifest.models.rating),
      readModelFile(folder, version, manifest.models.ranking),
    ]);
    return { version, rating, ranking, manifest };
  }

  async function activate(version: string): Promise<ModelVersion> {
    const opened = await load(version);
    const present = await readActivation(dir);
    if (present?.version === version) return opened;
    const previous = present === null ? [] : [present.version, ...present.previous];
    await writeActivation(dir, { version, previous });
    return opened;
  }

  async function rollback(): Promise<ModelVersion> {
    const [version, ...previous] = (await readActivation(dir))?.previous ?? [];
    if (version === undefined) {
      throw new MatineeError('NOT_FOUND', 'No version was active before the present one.', {
        hint: 'See `models list` for the versions there are, and activate one by name.',
      });
    }
    const opened = await load(version);
    await writeActivation(dir, { version, previous });
    return opened;
  }

  async function prune(keep: number): Promise<string[]> {
    const activation = await readActivation(dir);
    const needed = new Set([activation?.version, activation?.previous[0]]);
    const removed = (await versions()).slice(keep).filter((version) => !needed.has(version));
    for (const version of removed) await rm(folderOf(version), { recursive: true });
    await removeAbandoned(root, clock.now() - ABANDONED_AFTER_MS);
    return removed;
  }

  return {
    register,
    list,
    load,
    activate,
    active: async () => (await readActivation(dir))?.version ?? null,
    rollback,
    prune,
    watch: (onChange, onError) =>
      watchActivation(dir, async (version) => onChange(await load(version)), onError),
  };
}

async function removeAbandoned(root: string, before: number): Promise<void> {
  const unfinished = (await readdir(root)).filter((name) => name.startsWith('.new-'));
  for (const name of unfinished) {
    const { mtimeMs } = await stat(join(root, name));
    if (mtimeMs < before) await rm(join(root, name), { recursive: true });
  }
}

function unknownVersion(version: string): MatineeError {
  return new MatineeError('NOT_FOUND', `There is no model version ${version}.`, {
    hint: 'See `models list` for the versions there are.',
  });
}
