/** What the training thread and its owner say to each other. */
import type { Progress } from '../../../domain/ports.ts';
import type { CheckpointNotice, CheckpointSettings } from '../checkpoint/checkpoint.ts';
import type { TrainingJob, TrainingOutcome } from '../trainer.ts';

/** Served by the thread. */
export interface TrainingFunctions {
  train(job: TrainingJob, checkpoint: CheckpointSettings | null): Promise<TrainingOutcome>;
}

/** Served by its owner. */
export interface OwnerFunctions {
  progress(progress: Progress): void;
  notice(notice: CheckpointNotice): void;
}
