/** The thread that trains: does one job, reporting its progress. */
import { constants, setPriority } from 'node:os';
import { serveOwner } from '../../../threads/spawn.ts';
import { transfer } from '../../../threads/transfer.ts';
import { withPool } from '../../kernel-pool.ts';
import { buffersOf } from '../../state.ts';
import { runTraining } from '../run-training.ts';
import type { OwnerFunctions, TrainingFunctions } from './protocol.ts';

/**
 * Training gives way to whoever waits for an answer. On Linux a priority is a thread's own, and the kernel's threads
 * inherit it; elsewhere it would be the whole process's, and is left alone.
 */
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const owner = serveOwner<OwnerFunctions, TrainingFunctions>({
  async train(job, checkpoint) {
    const outcome = await withPool(undefined, (pool) =>
      runTraining(job, pool, {
        ...(checkpoint === null ? {} : { checkpoint }),
        onProgress: (progress) => void owner.progress.asEvent(progress),
        onNotice: (notice) => void owner.notice.asEvent(notice),
      }),
    );
    return transfer(
      outcome,
      [outcome.rating, outcome.ranking].flatMap(({ state }) => buffersOf(state)),
    );
  },
});
