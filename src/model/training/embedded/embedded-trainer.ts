/** The trainer that needs nothing but this machine: each job on a thread of its own, so that nobody waits for it. */
import { MatineeError } from '../../../domain/errors.ts';
import { siblingModule } from '../../../domain/module-url.ts';
import { spawnThread } from '../../../threads/spawn.ts';
import { transfer } from '../../../threads/transfer.ts';
import type { CheckpointSettings } from '../checkpoint/checkpoint.ts';
import type { Trainer, TrainingJob, TrainingOptions, TrainingOutcome } from '../trainer.ts';
import type { OwnerFunctions, TrainingFunctions } from './protocol.ts';

/** With a checkpoint, a job that was interrupted goes on where it stopped when it is asked for again. */
export function createEmbeddedTrainer(checkpoint?: CheckpointSettings): Trainer {
  return { train: (job, options) => train(job, checkpoint ?? null, options) };
}

async function train(
  job: TrainingJob,
  checkpoint: CheckpointSettings | null,
  { signal, onProgress, onNotice }: TrainingOptions = {},
): Promise<TrainingOutcome> {
  if (signal?.aborted === true) throw cancelled();
  const module = siblingModule('./training-thread', import.meta.url);
  const { remote, failed, terminate } = spawnThread<TrainingFunctions, OwnerFunctions>(module, null, [], {
    progress: (progress) => onProgress?.(progress),
    notice: (notice) => onNotice?.(notice),
  });
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(cancelled());
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([remote.train(transfer(job, columnBuffers(job)), checkpoint), aborted, failed]);
  } finally {
    signal?.removeEventListener('abort', abort);
    await terminate();
  }
}

function columnBuffers({ ratings }: TrainingJob): ArrayBufferLike[] {
  const columns = ratings.flatMap((block) => [block.movies, block.ratings, block.timestamps]);
  return columns.flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []));
}

function cancelled(): MatineeError {
  return new MatineeError('CANCELLED', 'Training was cancelled.', {
    hint: 'Start it again when it suits; the present model still serves.',
  });
}
