/**
 * The port of training: ratings in, one model for ratings and one for ranking out. `embedded/` trains on a thread of
 * this machine, `spark/` on a cluster. A trainer fits; what becomes of the models (evaluated against the present ones, saved, served) is up
 * to its caller.
 */
import type { Progress } from '../../domain/ports.ts';
import type { TrainingTraits } from '../features/traits.ts';
import type { InteractionFeedback } from '../feedback/collect-signals.ts';
import type { ModelParams } from '../params.ts';
import type { RatingColumns } from '../ratings.ts';
import type { ModelState } from '../state.ts';
import type { CheckpointNotice } from './checkpoint/checkpoint.ts';
import type { Trial, TrialMetrics } from './trials.ts';

export interface TrainingJob {
  /** The ratings in blocks. The trainer may take their buffers for itself: they are empty afterwards. */
  ratings: readonly RatingColumns[];
  /** What else people did: the ranking model is fitted to it, too. Candidates are measured on ratings alone. */
  interactions?: InteractionFeedback;
  /**
   * The parameters to try for each task, one candidate at least. The best on the withheld part is then fitted to all
   * ratings; a single one is just fitted.
   */
  candidates: { rating: readonly ModelParams[]; ranking: readonly ModelParams[] };
  /**
   * Milliseconds for all of it. The candidates are then where a search begins, the quickest first: as many are tried as
   * time allows, and then what lies around the best. Needs a withheld part.
   */
  budgetMs?: number;
  /** What is withheld to measure candidates on; null measures nothing, and allows one candidate for each task only. */
  holdout: { fraction: number; seed: number } | null;
  /** Seed of the initial factors. */
  seed: number;
  /** What is known of people and films besides ratings, for models that learn from it. */
  traits?: TrainingTraits;
}

/** Another program that trained a model: enough to find the work in its log. */
export interface TrainingEngine {
  name: 'spark';
  version: string;
  session: string;
  /** Of the trials in their order, and last of the final fit. */
  operations: string[];
}

export interface FittedModel {
  /** Fitted to all ratings. */
  state: ModelState;
  /** Of the same parameters fitted without the withheld part; null without one. */
  metrics: TrialMetrics | null;
  /** Every candidate, in the order given; empty without a withheld part. */
  trials: Trial[];
  /** Seconds the final fit took. */
  fitSeconds: number;
  /** What fitted it, when that was another program. */
  engine?: TrainingEngine;
}

/** What was trained on. */
export interface TrainingData {
  users: number;
  items: number;
  ratings: number;
  /** People and films of which other interactions say something; absent where none were looked at. */
  signals?: number;
  /** Ratings passed over because a later one by the same person of the same film replaced them. */
  duplicates: number;
  /** A digest of all ratings and signals that does not depend on their order. */
  fingerprint: string;
}

export interface TrainingOutcome {
  rating: FittedModel;
  ranking: FittedModel;
  data: TrainingData;
}

export interface TrainingOptions {
  /** Aborting it stops the work soon, and rejects with `CANCELLED`. */
  signal?: AbortSignal;
  /** Called as iterations are done, of all that the job needs. */
  onProgress?: (progress: Progress) => void;
  /** Told what becomes of a checkpoint that an earlier run left, by a trainer that keeps them. */
  onNotice?: (notice: CheckpointNotice) => void;
}

export interface Trainer {
  /**
   * Does the job. Rejects with `BAD_INPUT` for ratings that no model can be fitted to (none at all, values that are not
   * finite), with `CANCELLED` when the signal says so. Jobs may run at once.
   */
  train(job: TrainingJob, options?: TrainingOptions): Promise<TrainingOutcome>;
}
