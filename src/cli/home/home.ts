/**
 * The home: the folder that holds all state of one data set. `matinee.json` says which data set and which layout
 * version, so that state is never mixed; each room keeps its own folder inside.
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';

/** The layout of the home that this build reads and writes. */
export const HOME_VERSION = 1;

/** What makes a folder a home. */
export const MANIFEST_FILE = 'matinee.json';

const ManifestSchema = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  /** Null until the first process that knows it says so: `consume` may open a home before `produce`. */
  dataSet: Type.Union([
    Type.Object({ name: Type.String(), fingerprint: Type.String(), simulated: Type.Boolean() }),
    Type.Null(),
  ]),
  createdAt: Type.String(),
  /** Whether the stream's records are encrypted; absent until the stream is first opened. */
  encryption: Type.Optional(Type.Boolean()),
});
type Manifest = Static<typeof ManifestSchema>;
const manifestValidator = Compile(ManifestSchema);

/** What a home's state was built from. */
export type DataSetIdentity = NonNullable<Manifest['dataSet']>;

export interface Home {
  dir: string;
  dataSet: DataSetIdentity | null;
  modelsDir: string;
  keyFile: string;
  /** The key store: keys of persons, in no backup. */
  personKeysFile: string;
  producerFile: string;
  /** How far a training has come that was interrupted. */
  checkpointFile: string;
  rejectedRowsFile: string;
  runFile: string;
  /** The proofs of what the retention dropped. */
  retentionFile: string;
}

function describeHome(dir: string, dataSet: DataSetIdentity | null): Home {
  return {
    dir,
    dataSet,
    modelsDir: join(dir, 'models'),
    keyFile: join(dir, 'keys', 'master.key'),
    personKeysFile: join(dir, 'keys', 'persons.db'),
    checkpointFile: join(dir, 'training.checkpoint'),
    producerFile: join(dir, 'producer.json'),
    rejectedRowsFile: join(dir, 'rejected-rows.ndjson'),
    runFile: join(dir, 'running.json'),
    retentionFile: join(dir, 'retention.ndjson'),
  };
}

/**
 * Opens a home, creating it where there is none. `dataSet` is what the caller brings, null when it brings nothing; a
 * home that holds another one is `CONFLICT`, one of a newer layout too, an unreadable manifest `CORRUPT`.
 */
export function openHome(path: string, dataSet: DataSetIdentity | null, now: Date): Home {
  const dir = resolve(path);
  const manifest =
    readManifest(dir) ?? writeManifest(dir, { version: HOME_VERSION, dataSet, createdAt: now.toISOString() });
  if (dataSet === null) return describeHome(dir, manifest.dataSet);
  if (manifest.dataSet === null)
    return describeHome(dir, writeManifest(dir, { ...manifest, dataSet }).dataSet);
  if (manifest.dataSet.fingerprint === dataSet.fingerprint) return describeHome(dir, manifest.dataSet);
  throw new MatineeError(
    'CONFLICT',
    `the home ${dir} holds the data set ${nameOf(manifest.dataSet)}, not ${nameOf(dataSet)}`,
    { hint: 'give another folder to --home, or delete this one to start over' },
  );
}

function nameOf({ name, fingerprint }: DataSetIdentity): string {
  return `"${name}" (${fingerprint.slice(0, 12)})`;
}

/** Opens a home that a run has made; a folder that is none is `NOT_FOUND`. */
export function openExistingHome(path: string): Home {
  const dir = resolve(path);
  const manifest = readManifest(dir);
  if (manifest !== null) return describeHome(dir, manifest.dataSet);
  throw new MatineeError('NOT_FOUND', `there is no home at ${dir}`, {
    hint: 'run `npm start` first, or give the folder of an existing home to --home',
  });
}

/** Whether the home's stream is encrypted; null while nothing has settled that. */
export function readEncryption({ dir }: Pick<Home, 'dir'>): boolean | null {
  return readManifest(dir)?.encryption ?? null;
}

/** Settles whether the home's stream is encrypted. */
export function writeEncryption({ dir }: Pick<Home, 'dir'>, encryption: boolean): void {
  const manifest = readManifest(dir);
  if (manifest !== null) writeManifest(dir, { ...manifest, encryption });
}

function readManifest(dir: string): Manifest | null {
  const file = join(dir, MANIFEST_FILE);
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    if (isSystemError(cause, 'ENOENT') || isSystemError(cause, 'ENOTDIR')) return null;
    throw new MatineeError('CORRUPT', `cannot read ${file}: ${messageOf(cause)}`, {
      hint: 'restore the file, or start with another --home',
      cause,
    });
  }
  if (!manifestValidator.Check(manifest)) {
    throw new MatineeError('CORRUPT', `${file} is not the manifest of a home`, {
      hint: 'restore the file, or start with another --home',
    });
  }
  if (manifest.version > HOME_VERSION) {
    throw new MatineeError(
      'CONFLICT',
      `the home ${dir} has layout version ${manifest.version}, made by a newer Matinee; this one reads ${HOME_VERSION}`,
      { hint: 'run the newer Matinee, or start with another --home' },
    );
  }
  return manifest;
}

function writeManifest(dir: string, manifest: Manifest): Manifest {
  const file = join(dir, MANIFEST_FILE);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(manifest, null, 2)}\n`);
    renameSync(`${file}.${process.pid}`, file);
  } catch (cause) {
    throw new MatineeError('USAGE', `cannot write to the home ${dir}: ${messageOf(cause)}`, {
      hint: 'give a folder that can be written to --home',
      cause,
    });
  }
  return manifest;
}
