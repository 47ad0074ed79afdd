/** The versions in a registry's folder, whichever of them is active: written whole, listed, opened, removed. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { Model } from '../model.ts';
import type { FittedModel, TrainingOutcome } from '../training/trainer.ts';
import { renameDurably } from './durable-file.ts';
import { FORMAT_VERSION, type Manifest, VERSION_PATTERN } from './manifest.ts';
import { readManifest, readModelFile, writeManifest, writeModelFile } from './version-folder.ts';

/** A version, opened: a model for predicted ratings and one for ranking. */
export interface ModelVersion {
  version: string;
  rating: Model;
  ranking: Model;
  manifest: Manifest;
}

/** What is saved as a version. */
export interface NewVersion {
  outcome: Pick<TrainingOutcome, 'data'> & Record<'rating' | 'ranking', Omit<FittedModel, 'trials'>>;
  streamOffsets?: Manifest['streamOffsets'];
  erasures?: number;
}

/** A version's manifest, or what is wrong with it. */
export type VersionSummary =
  | { version: string; manifest: Manifest; problem: null }
  | { version: string; manifest: null; problem: string };

/** How the name of a version's folder begins while it is written. */
const UNFINISHED = '.new-';

const VERSION = new RegExp(VERSION_PATTERN);

/** Writes a version: beside the others under a name that nobody reads, then renamed as a whole. */
export async function writeVersion(
  root: string,
  { outcome, streamOffsets = [], erasures }: NewVersion,
  codeVersion: string,
  nowMs: number,
): Promise<Manifest> {
  const createdAt = new Date(nowMs).toISOString();
  const version = `${createdAt.replaceAll(/[-:.]/g, '')}-${randomUUID().slice(0, 8)}`;
  const temporary = join(root, `${UNFINISHED}${version}`);
  await mkdir(temporary);
  const manifest: Manifest = {
    formatVersion: FORMAT_VERSION,
    version,
    createdAt,
    codeVersion,
    models: {
      rating: await writeModelFile(temporary, 'rating', outcome.rating),
      ranking: await writeModelFile(temporary, 'ranking', outcome.ranking),
    },
    data: outcome.data,
    ...(erasures === undefined ? {} : { erasures }),
    streamOffsets,
  };
  await writeManifest(temporary, manifest);
  await renameDurably(temporary, join(root, version));
  return manifest;
}

/** The versions there are, latest first. */
export async function versionNames(root: string): Promise<string[]> {
  const names = await readdir(root);
  return names
    .filter((name) => VERSION.test(name))
    .sort()
    .reverse();
}

export async function summarizeVersion(root: string, version: string): Promise<VersionSummary> {
  try {
    return { version, manifest: await readManifest(join(root, version), version), problem: null };
  } catch (error) {
    return { version, manifest: null, problem: messageOf(error) };
  }
}

/** Opens both models of a version. Unknown is `NOT_FOUND`, damaged `CORRUPT`, of a newer format `CONFLICT`. */
export async function openVersion(root: string, version: string): Promise<ModelVersion> {
  if (!(await versionNames(root)).includes(version)) {
    throw new MatineeError('NOT_FOUND', `There is no model version ${version}.`, {
      hint: 'See `models list` for the versions there are.',
    });
  }
  const folder = join(root, version);
  const manifest = await readManifest(folder, version);
  const [rating, ranking] = await Promise.all([
    readModelFile(folder, version, manifest.models.rating),
    readModelFile(folder, version, manifest.models.ranking),
  ]);
  return { version, rating, ranking, manifest };
}

/** Removes what a crash left half written before this time. */
export async function removeUnfinished(root: string, beforeMs: number): Promise<void> {
  const unfinished = (await readdir(root)).filter((name) => name.startsWith(UNFINISHED));
  for (const name of unfinished) {
    const { mtimeMs } = await stat(join(root, name));
    if (mtimeMs < beforeMs) await rm(join(root, name), { recursive: true });
  }
}
