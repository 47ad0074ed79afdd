/** The trainer that needs nothing but this machine: each job on a thread of its own, so that nobody waits for it. */
import { Worker } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { unpackError } from '../../../domain/error-transfer.ts';
import { MatineeError } from '../../../domain/errors.ts';
import { siblingModule } from '../../../domain/module-url.ts';
import type { Trainer, TrainingJob, TrainingOptions, TrainingOutcome } from '../trainer.ts';
import { NO_TIMEOUT, type OwnerFunctions, type TrainingFunctions } from './protocol.ts';

export function createEmbeddedTrainer(): Trainer {
  return { train };
}

async function train(
  job: TrainingJob,
  { signal, onProgress }: TrainingOptions = {},
): Promise<TrainingOutcome> {
  if (signal?.aborted === true) throw cancelled();
  const worker = new Worker(siblingModule('./training-thread', import.meta.url), {
    name: 'matinee-training',
  });
  const transfer = columnBuffers(job);
  const thread = createBirpc<TrainingFunctions, OwnerFunctions>(
    { progress: (progress) => onProgress?.(progress) },
    {
      post: (message) => worker.postMessage(message, transfer),
      on: (listen) => worker.on('message', listen),
      timeout: NO_TIMEOUT,
    },
  );
  const { promise: ended, reject: end } = Promise.withResolvers<never>();
  const abort = () => end(cancelled());
  signal?.addEventListener('abort', abort, { once: true });
  worker.once('error', (cause) =>
    end(new MatineeError('INTERNAL', 'The training thread failed.', { cause })),
  );
  worker.once('exit', () => end(new MatineeError('INTERNAL', 'The training thread ended before its job.')));
  try {
    const reply = await Promise.race([thread.train(job), ended]);
    if ('error' in reply) throw unpackError(reply.error);
    return reply.outcome;
  } finally {
    signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}

/** The buffers of a job's columns, each once. */
function columnBuffers({ ratings }: TrainingJob): ArrayBuffer[] {
  const columns = ratings.flatMap((block) => [block.movies, block.ratings, block.timestamps]);
  const buffers = columns.flatMap((column) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
  return [...new Set(buffers)];
}

function cancelled(): MatineeError {
  return new MatineeError('CANCELLED', 'Training was cancelled.', {
    hint: 'Start it again when it suits; the present model still serves.',
  });
}
