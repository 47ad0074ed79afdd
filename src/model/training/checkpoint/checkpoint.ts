/**
 * Takes down how far a training job has come, so that the same job can go on after an interruption and give the same
 * bits. It is written at most every few seconds, between two iterations, on the thread that trains.
 */
import { renameSync } from 'node:fs';
import type { Factors } from '../../../../kernel/factors.ts';
import { type FitProgress, type JobIdentity, readCheckpoint, writeCheckpoint } from './checkpoint-file.ts';

/** Where a checkpoint lies, and how often it may be written. */
export interface CheckpointSettings {
  file: string;
  everyMs: number;
}

/** What became of a checkpoint that was there when a job began. */
export type CheckpointNotice =
  /** The job goes on with it: so many iterations need not be done again. */
  | { kind: 'resumed'; iterations: number }
  /** It is of another job, by what is named, and is passed over. */
  | { kind: 'anew'; difference: keyof JobIdentity }
  /** It cannot be read, and was put aside. */
  | { kind: 'damaged'; keptAs: string; problem: string };

export interface Checkpoint {
  /** What an earlier run left of a fit; null when it had not begun. */
  recall(key: string): FitProgress | null;
  /** Takes down a fit after an iteration; `factors` copies them when they are needed. */
  note(
    key: string,
    progress: Omit<FitProgress, 'factors'>,
    factors: (() => Factors) | null,
    last: boolean,
  ): void;
}

/** What is compared first says why a job starts anew. */
const COMPARED: readonly (keyof JobIdentity)[] = ['data', 'candidates', 'seed', 'holdout', 'program'];

/** Reads what is there, and says what becomes of it. */
export function openCheckpoint(
  { file, everyMs }: CheckpointSettings,
  identity: JobIdentity,
  onNotice: (notice: CheckpointNotice) => void,
  now: () => number = () => performance.now(),
): Checkpoint {
  const fits = new Map(recalled(file, identity, onNotice));
  let written = now();

  return {
    recall: (key) => fits.get(key) ?? null,
    note(key, progress, factors, last) {
      const due = now() - written >= everyMs;
      if (!due && !last) return;
      fits.set(key, { ...progress, factors: factors?.() ?? null });
      if (!due) return;
      writeCheckpoint(file, { identity, fits });
      written = now();
    },
  };
}

function recalled(
  file: string,
  identity: JobIdentity,
  onNotice: (notice: CheckpointNotice) => void,
): ReadonlyMap<string, FitProgress> {
  const read = readCheckpoint(file);
  if (read.state === 'none') return new Map();
  if (read.state === 'damaged') {
    const keptAs = `${file}.damaged`;
    renameSync(file, keptAs);
    onNotice({ kind: 'damaged', keptAs, problem: read.problem });
    return new Map();
  }
  const { content } = read;
  const difference = COMPARED.find((part) => content.identity[part] !== identity[part]);
  if (difference !== undefined) {
    onNotice({ kind: 'anew', difference });
    return new Map();
  }
  const iterations = [...content.fits.values()].reduce((sum, fit) => sum + fit.iteration, 0);
  onNotice({ kind: 'resumed', iterations });
  return content.fits;
}
