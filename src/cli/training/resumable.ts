/** A training that can be interrupted: says what became of an earlier one, and how to go on with this one. */
import { existsSync, rmSync } from 'node:fs';
import { MatineeError } from '../../domain/errors.ts';
import type { CheckpointNotice } from '../../model/training/checkpoint/checkpoint.ts';
import { besideOf, type JobIdentity } from '../../model/training/checkpoint/checkpoint-file.ts';

/**
 * Does the work, and removes its checkpoint once it is done; says of a cancelled one that it can be gone on with. Null for
 * work that keeps no checkpoint.
 */
export async function resumable<T>(
  file: string | null,
  work: (onNotice: (notice: CheckpointNotice) => void) => Promise<T>,
): Promise<T> {
  if (file === null) return work(() => {});
  try {
    const result = await work((notice) => process.stderr.write(`Training: ${inWords(notice, file)}\n`));
    rmSync(file, { force: true });
    return result;
  } catch (error) {
    // Somebody was erased meanwhile, whom the checkpoint has seen.
    if (error instanceof MatineeError && error.code === 'CONFLICT') rmSync(file, { force: true });
    if (!(error instanceof MatineeError && error.code === 'CANCELLED' && existsSync(file))) throw error;
    throw new MatineeError('CANCELLED', 'Training was interrupted.', {
      hint: 'The same command goes on where it stopped; the present model still serves.',
      cause: error,
    });
  } finally {
    rmSync(besideOf(file), { force: true });
  }
}

const DIFFERENCES: Record<keyof JobIdentity, string> = {
  data: 'the ratings are others now',
  candidates: 'it was to try other models or parameters',
  seed: 'it had another seed',
  holdout: 'it withheld another part',
  program: 'it was trained by another build of Matinee',
};

function inWords(notice: CheckpointNotice, file: string): string {
  switch (notice.kind) {
    case 'resumed':
      return `goes on where an earlier run stopped (${notice.iterations} iterations are done)`;
    case 'anew':
      return `begins anew: an earlier run was interrupted, but ${DIFFERENCES[notice.difference]}`;
    case 'damaged':
      return `begins anew: ${file} cannot be used (${notice.problem}); it is kept as ${notice.keptAs}`;
  }
}
