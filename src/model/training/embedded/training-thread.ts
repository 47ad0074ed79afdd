/** The thread that trains: does one job, reporting its progress. */
import { serveOwner } from '../../../threads/spawn.ts';
import { transfer } from '../../../threads/transfer.ts';
import { withPool } from '../../kernel-pool.ts';
import { buffersOf } from '../../state.ts';
import { runTraining } from '../run-training.ts';
import type { OwnerFunctions, TrainingFunctions } from './protocol.ts';

const owner = serveOwner<OwnerFunctions, TrainingFunctions>({
  async train(job) {
    const outcome = await withPool(undefined, (pool) =>
      runTraining(job, pool, (progress) => void owner.progress.asEvent(progress)),
    );
    return transfer(
      outcome,
      [outcome.rating, outcome.ranking].flatMap(({ state }) => buffersOf(state)),
    );
  },
});
