/**
 * The registry of model versions: a folder with `versions/<version>/` for each (a manifest and two model files) and
 * `active.json` for the one that serves. Several processes may use one folder; what they see is always whole.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MatineeError } from '../../domain/errors.ts';
import { type Clock, systemClock } from '../../domain/ports.ts';
import { readActivation, removeActivation, writeActivation } from './activation.ts';
import type { Manifest } from './manifest.ts';
import {
  type ModelVersion,
  type NewVersion,
  openVersion,
  removeUnfinished,
  summarizeVersion,
  type VersionSummary,
  versionNames,
  writeVersion,
} from './versions.ts';
import { type ActivationWatch, watchActivation } from './watch-activation.ts';

export type { ModelVersion, NewVersion } from './versions.ts';

export type ListedVersion = VersionSummary & { active: boolean };

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
   * Removes every version trained before the store had erased so many persons, so that no rollback brings them back, and what
   * a training begun before `beforeMs` left half written. An active version among them is active no more. Gives the removed.
   */
  removeOlderThan(erasures: number, beforeMs: number): Promise<string[]>;
  /**
   * Opens each version that becomes active from now on, whichever process activates it. One that does not open goes to
   * `onError`, and the caller keeps the one it has.
   */
  watch(
    onChange: (version: ModelVersion) => void,
    onError: (error: unknown) => void,
  ): Promise<ActivationWatch>;
}

/** What a crash left half written is removed by `prune` once it is this old. */
const ABANDONED_AFTER_MS = 3_600_000;

/** Opens the registry in a folder, which is made when it is missing. */
export async function createRegistry(
  dir: string,
  { codeVersion, clock = systemClock }: RegistryOptions,
): Promise<ModelRegistry> {
  const root = join(dir, 'versions');
  await mkdir(root, { recursive: true });
  const load = (version: string) => openVersion(root, version);

  async function list(): Promise<ListedVersion[]> {
    const active = (await readActivation(dir))?.version;
    const summaries = await Promise.all(
      (await versionNames(root)).map((version) => summarizeVersion(root, version)),
    );
    return summaries.map((summary) => ({ ...summary, active: summary.version === active }));
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
    if (!Number.isInteger(keep) || keep < 0) {
      throw new MatineeError('USAGE', `${keep} versions cannot be kept.`, {
        hint: 'Give an integer from 0.',
      });
    }
    const activation = await readActivation(dir);
    const needed = new Set([activation?.version, activation?.previous[0]]);
    const removed = (await versionNames(root)).slice(keep).filter((version) => !needed.has(version));
    for (const version of removed) await rm(join(root, version), { recursive: true });
    await removeUnfinished(root, clock.now() - ABANDONED_AFTER_MS);
    return removed;
  }

  async function removeOlderThan(erasures: number, beforeMs: number): Promise<string[]> {
    const older = (await list()).filter(({ manifest }) => (manifest?.erasures ?? 0) < erasures);
    const removed = new Set(older.map(({ version }) => version));
    const activation = await readActivation(dir);
    if (activation !== null) {
      const [version, ...previous] = [activation.version, ...activation.previous].filter(
        (name) => !removed.has(name),
      );
      // A version of before may not become active by itself: whoever asked for this has said which is.
      if (version === activation.version) await writeActivation(dir, { version, previous });
      else await removeActivation(dir);
    }
    for (const version of removed) await rm(join(root, version), { recursive: true, force: true });
    await removeUnfinished(root, beforeMs);
    return [...removed];
  }

  return {
    removeOlderThan,
    register: (version) => writeVersion(root, version, codeVersion, clock.now()),
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
