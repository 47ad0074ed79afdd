/**
 * The trainer for ratings that outgrow this machine: MLlib's ALS fits the model for ratings. The model for ranking is the
 * embedded trainer's: MLlib's implicit ALS solves other equations than those that a person is folded in by and that
 * explanations are taken from (its observations weigh 1 + αr, and both at once), so its factors would make another model.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MatineeError } from '../../../domain/errors.ts';
import type { Progress } from '../../../domain/ports.ts';
import { NO_TRAITS } from '../../features/traits.ts';
import { iterationsOf, type ModelParams } from '../../params.ts';
import { concatRatings } from '../../ratings.ts';
import { checkCandidates } from '../run-training.ts';
import type { Trainer, TrainingJob, TrainingOptions, TrainingOutcome } from '../trainer.ts';
import { countIterations } from '../trials.ts';
import type { SparkParams } from './fit-als.ts';
import { fitBestOnSpark } from './fit-best.ts';
import { withSparkSession } from './open-session.ts';

export interface SparkTrainerOptions {
  /** `sc://host:port`. */
  remote: string;
  /** A folder that both this machine and Spark read under the same path; made when it is missing. */
  dataDir: string;
  /** Trains the models for ranking. */
  embedded: Trainer;
}

/** Stands in for the model of ratings when the embedded trainer is asked for one of ranking alone: it costs nothing. */
const NO_RATING_MODEL: ModelParams = { model: 'popular', task: 'rating', damping: 0 };

export function createSparkTrainer({ remote, dataDir, embedded }: SparkTrainerOptions): Trainer {
  return {
    async train(job: TrainingJob, { signal, onProgress }: TrainingOptions = {}): Promise<TrainingOutcome> {
      checkCandidates(job);
      const candidates = job.candidates.rating.map(sparkParams);
      if (job.budgetMs !== undefined) throw searchOnSpark();
      if (signal?.aborted === true) throw cancelled();
      const columns = concatRatings(job.ratings);
      const planned = plannedIterations(job);
      const show = (done: number) => onProgress?.({ done, total: planned.spark + planned.embedded });
      // Spark may be another user here: the files name nobody, and are for all who can reach the folder.
      const folder = join(dataDir, `ratings-${randomUUID()}`);
      await mkdir(folder, { recursive: true });
      try {
        const rating = await withSparkSession(remote, (session) =>
          fitBestOnSpark(
            session,
            { ...job, columns, candidates, traits: job.traits ?? NO_TRAITS, folder },
            show,
            signal,
          ),
        );
        const { ranking, data } = await embedded.train(
          { ...job, ratings: [columns], candidates: { ...job.candidates, rating: [NO_RATING_MODEL] } },
          {
            ...(signal === undefined ? {} : { signal }),
            onProgress: ({ done }: Progress) => show(planned.spark + Math.min(done, planned.embedded)),
          },
        );
        return { rating, ranking, data };
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** Each candidate of Spark's has a fit of its own; those of the embedded trainer share theirs. */
function plannedIterations({ candidates, holdout }: TrainingJob): { spark: number; embedded: number } {
  const final = (list: readonly ModelParams[]) => Math.max(0, ...list.map(iterationsOf));
  const each = candidates.rating.reduce((sum, params) => sum + iterationsOf(params), 0);
  return {
    spark: final(candidates.rating) + (holdout === null ? 0 : each),
    embedded: final(candidates.ranking) + (holdout === null ? 0 : countIterations(candidates.ranking)),
  };
}

function sparkParams(params: ModelParams): SparkParams {
  if (params.model === 'als-nonnegative') return params;
  throw new MatineeError('USAGE', `Spark does not train ${params.model}: it has no such model.`, {
    hint: 'Choose als-nonnegative, or the embedded trainer.',
  });
}

function searchOnSpark(): MatineeError {
  return new MatineeError('USAGE', 'A search within a time is for the embedded trainer alone.', {
    hint: 'Give --grid with --trainer spark, or --budget with --trainer embedded.',
  });
}

function cancelled(): MatineeError {
  return new MatineeError('CANCELLED', 'Training was cancelled.', {
    hint: 'Start it again when it suits; the present model still serves.',
  });
}
