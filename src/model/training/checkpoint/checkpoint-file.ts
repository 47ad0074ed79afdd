/**
 * The file of a checkpoint, little-endian: the magic `MTNC`, the format and the length of a header (u32 each), the header
 * as JSON, the factors it speaks of (f32) one after another, and the SHA-256 of all that. It is written beside itself
 * and renamed, so that a crash leaves the old content or the new.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Factors } from '../../../../kernel/factors.ts';
import { isSystemError, messageOf } from '../../../domain/errors.ts';
import { ModelParamsSchema } from '../../params.ts';
import type { Trial } from '../trials.ts';

const MAGIC = 0x434e544d;
const FORMAT = 1;
const PREFIX_BYTES = 12;
const DIGEST_BYTES = 32;
/** Only the owner reads it: it holds factors of people, though no name. */
const MODE = 0o600;

const Figure = Type.Union([Type.Number(), Type.Null()]);
const Share = Type.Optional(Type.Number());
const Count = Type.Integer({ minimum: 0 });

const TrialSchema = Type.Object({
  params: ModelParamsSchema,
  metrics: Type.Union([
    Type.Object({
      rmse: Figure,
      mae: Figure,
      intervalCoverage: Share,
      intervalWidth: Share,
      constantIntervalWidth: Share,
    }),
    Type.Object({
      ndcg: Figure,
      recall: Figure,
      precision: Figure,
      map: Figure,
      mrr: Figure,
      hitRate: Figure,
      coverage: Figure,
      novelty: Figure,
      k: Type.Number(),
    }),
  ]),
  fitSeconds: Type.Number(),
});

/** What a job is, part by part: each in words or as a digest, for comparing. */
const IdentitySchema = Type.Object({
  program: Type.String(),
  data: Type.String(),
  candidates: Type.String(),
  holdout: Type.String(),
  seed: Type.String(),
});
export type JobIdentity = Static<typeof IdentitySchema>;

const HeaderSchema = Type.Object({
  identity: IdentitySchema,
  fits: Type.Array(
    Type.Object({
      key: Type.String(),
      iteration: Count,
      seconds: Type.Number({ minimum: 0 }),
      trials: Type.Array(TrialSchema),
      /** Values of the users' and of the films' factors, in that order behind the header; null without any. */
      factors: Type.Union([Type.Object({ users: Count, items: Count }), Type.Null()]),
    }),
  ),
});
const header = Compile(HeaderSchema);

/** How far one fit of a job has come. */
export interface FitProgress {
  /** Iterations done. */
  iteration: number;
  /** Seconds they took. */
  seconds: number;
  /** What was measured on the way. */
  trials: Trial[];
  /** As they stand; null once nothing more is done with them. */
  factors: Factors | null;
}

export interface CheckpointContent {
  identity: JobIdentity;
  fits: ReadonlyMap<string, FitProgress>;
}

export type CheckpointRead =
  | { state: 'none' }
  | { state: 'damaged'; problem: string }
  | { state: 'whole'; content: CheckpointContent };

/** Reads a checkpoint. What cannot be read, or is not as it was written, is `damaged`; only the system's errors throw. */
export function readCheckpoint(file: string): CheckpointRead {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return { state: 'none' };
    return { state: 'damaged', problem: messageOf(error) };
  }
  const problem = problemOf(bytes);
  if (problem !== null) return { state: 'damaged', problem };
  const content = decode(bytes);
  return content === null
    ? { state: 'damaged', problem: 'its header is not one' }
    : { state: 'whole', content };
}

/** Writes a checkpoint durably, in one step. */
export function writeCheckpoint(file: string, { identity, fits }: CheckpointContent): void {
  const described: Static<typeof HeaderSchema>['fits'] = [...fits].map(([key, { factors, ...fit }]) => ({
    key,
    ...fit,
    factors: factors === null ? null : { users: factors.users.length, items: factors.items.length },
  }));
  const json = Buffer.from(JSON.stringify({ identity, fits: described }));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  for (const [place, value] of [MAGIC, FORMAT, json.length].entries()) prefix.writeUInt32LE(value, place * 4);
  const parts = [prefix, json, ...[...fits.values()].flatMap(({ factors }) => bytesOf(factors))];
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  const beside = besideOf(file);
  const to = openSync(beside, 'w', MODE);
  try {
    for (const part of [...parts, hash.digest()]) writeWhole(to, part);
    fsyncSync(to);
  } finally {
    closeSync(to);
  }
  renameSync(beside, file);
}

/** Where a checkpoint is written before it takes its name. */
export function besideOf(file: string): string {
  return `${file}.writing`;
}

function bytesOf(factors: Factors | null): Uint8Array[] {
  if (factors === null) return [];
  return [factors.users, factors.items].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
}

function writeWhole(to: number, part: Uint8Array): void {
  for (let at = 0; at < part.length; ) at += writeSync(to, part, at);
}

function problemOf(bytes: Buffer): string | null {
  if (bytes.length < PREFIX_BYTES + DIGEST_BYTES || bytes.readUInt32LE(0) !== MAGIC)
    return 'it is no checkpoint';
  if (bytes.readUInt32LE(4) !== FORMAT) return `it has format ${bytes.readUInt32LE(4)}, not ${FORMAT}`;
  const end = bytes.length - DIGEST_BYTES;
  const digest = createHash('sha256').update(bytes.subarray(0, end)).digest();
  return digest.equals(bytes.subarray(end)) ? null : 'its checksum does not fit';
}

function decode(bytes: Buffer): CheckpointContent | null {
  let at = PREFIX_BYTES + bytes.readUInt32LE(8);
  const parsed: unknown = JSON.parse(bytes.toString('utf8', PREFIX_BYTES, at));
  if (!header.Check(parsed)) return null;
  const take = (length: number): Float32Array => {
    const values = new Float32Array(length);
    at += bytes.copy(new Uint8Array(values.buffer), 0, at, at + values.byteLength);
    return values;
  };
  const fits = parsed.fits.map(({ key, factors, ...fit }): [string, FitProgress] => [
    key,
    { ...fit, factors: factors === null ? null : { users: take(factors.users), items: take(factors.items) } },
  ]);
  return { identity: parsed.identity, fits: new Map(fits) };
}
