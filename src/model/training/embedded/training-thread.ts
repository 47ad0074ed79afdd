/** The thread that trains: does one job at a time, reporting its progress. */
import { parentPort } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { packError } from '../../../domain/error-transfer.ts';
import { MatineeError } from '../../../domain/errors.ts';
import { withPool } from '../../kernel-pool.ts';
import { buffersOf } from '../../state.ts';
import { runTraining } from '../run-training.ts';
import type { TrainingOutcome } from '../trainer.ts';
import { NO_TIMEOUT, type OwnerFunctions, type TrainingFunctions } from './protocol.ts';

const port = parentPort;
if (port === null) throw new MatineeError('INTERNAL', 'The training thread was run as a program.');

/** The outcome on its way, whose buffers are moved to the owner and not copied. */
let leaving: TrainingOutcome | null = null;

const owner = createBirpc<OwnerFunctions, TrainingFunctions>(
  {
    async train(job) {
      try {
        leaving = await withPool(undefined, (pool) =>
          runTraining(job, pool, (progress) => void owner.progress.asEvent(progress)),
        );
        return { outcome: leaving };
      } catch (error) {
        return { error: packError(error) };
      }
    },
  },
  {
    post(message) {
      const transfer =
        leaving === null ? [] : [leaving.rating, leaving.ranking].flatMap(({ state }) => buffersOf(state));
      leaving = null;
      port.postMessage(message, transfer);
    },
    on: (listen) => port.on('message', listen),
    timeout: NO_TIMEOUT,
  },
);
