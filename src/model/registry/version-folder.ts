/** One version as a folder: a manifest, and a binary file for each model with its digest in the manifest. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError, MatineeError } from '../../domain/errors.ts';
import type { Model } from '../model.ts';
import { openModel } from '../open-model.ts';
import type { FittedModel } from '../training/trainer.ts';
import { syncFolder, writeDurably } from './durable-file.ts';
import { type Manifest, type ModelEntry, parseManifest } from './manifest.ts';
import { decodeModel, encodeModel } from './model-file.ts';

const MANIFEST_FILE = 'manifest.json';

/** Writes a model's file into a folder, and gives what the manifest says of it. */
export async function writeModelFile(
  folder: string,
  task: 'rating' | 'ranking',
  { state, metrics, fitSeconds, engine }: Omit<FittedModel, 'trials'>,
): Promise<ModelEntry> {
  const file = `${task}.model`;
  const bytes = encodeModel(state);
  await writeDurably(join(folder, file), bytes);
  const { params, seed, feedback } = state;
  return {
    file,
    sha256: sha256(bytes),
    params,
    seed,
    metrics: metrics === null ? null : { ...metrics },
    fitSeconds,
    ...(feedback === undefined ? {} : { feedback }),
    ...(engine === undefined ? {} : { engine }),
  };
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeDurably(join(folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  await syncFolder(folder);
}

/** Reads a version's manifest. No such folder is `NOT_FOUND`; a folder without one, or that speaks of another version, `CORRUPT`. */
export async function readManifest(folder: string, version: string): Promise<Manifest> {
  const path = join(folder, MANIFEST_FILE);
  const manifest = parseManifest((await readPart(path, version)).toString('utf8'), path);
  if (manifest.version === version) return manifest;
  throw new MatineeError('CORRUPT', `${path} speaks of version ${manifest.version}.`, {
    hint: `Restore ${folder} from a backup, or remove it.`,
  });
}

/** Opens the model that a manifest's entry names, after comparing its file with the digest (`CORRUPT`). */
export async function readModelFile(
  folder: string,
  version: string,
  { file, sha256: expected, params, seed, feedback }: ModelEntry,
): Promise<Model> {
  const path = join(folder, file);
  const bytes = await readPart(path, version);
  const state = decodeModel(bytes, path);
  if (sha256(bytes) !== expected) {
    throw new MatineeError('CORRUPT', `${path} is not what its manifest describes: the digests differ.`, {
      hint: 'Restore the file from a backup, or activate another version.',
    });
  }
  return openModel({ ...state, params, seed, ...(feedback === undefined ? {} : { feedback }) });
}

async function readPart(path: string, version: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    if (!isSystemError(cause, 'ENOENT')) throw cause;
    throw new MatineeError('CORRUPT', `Version ${version} is incomplete: ${path} is missing.`, {
      hint: 'Restore the file from a backup, or activate another version.',
      cause,
    });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
