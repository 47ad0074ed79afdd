/** What the training thread and its owner say to each other. */
import type { PackedError } from '../../../domain/error-transfer.ts';
import type { Progress } from '../../../domain/ports.ts';
import type { TrainingJob, TrainingOutcome } from '../trainer.ts';

/** The end of a job: errors travel as data, since cloning one drops its code and hint. */
export type TrainingReply = { outcome: TrainingOutcome } | { error: PackedError };

/** Served by the thread. */
export interface TrainingFunctions {
  train(job: TrainingJob): Promise<TrainingReply>;
}

/** Served by its owner. */
export interface OwnerFunctions {
  progress(progress: Progress): void;
}

/** A fit takes as long as it takes: calls between the two have no limit of time. */
export const NO_TIMEOUT = -1;
