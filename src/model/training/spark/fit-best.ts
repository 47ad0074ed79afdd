/** The train-validation grid on Spark: every candidate is fitted to the training part, the best to all ratings. */
import { join } from 'node:path';
import type { SparkSession } from '../../../spark/session.ts';
import type { TrainingTraits } from '../../features/traits.ts';
import { createRatingMatrix } from '../../matrix.ts';
import type { RatingColumns } from '../../ratings.ts';
import { withhold } from '../run-training.ts';
import type { FittedModel, TrainingJob } from '../trainer.ts';
import { bestTrial, type Holdout, measure, type Trial } from '../trials.ts';
import { fitAls, type SparkParams } from './fit-als.ts';
import { writeRatings } from './write-ratings.ts';

export interface SparkGrid extends Pick<TrainingJob, 'holdout' | 'seed'> {
  columns: RatingColumns;
  /** One at least. */
  candidates: readonly SparkParams[];
  traits: TrainingTraits;
  /** Where the files of this job go. */
  folder: string;
}

interface SparkTrial extends Trial {
  params: SparkParams;
  operation: string;
}

/**
 * Fits the best candidate. Trials are measured here, as those of every trainer are, so that versions compare whoever
 * trained them. `onDone` is told the iterations done so far.
 */
export async function fitBestOnSpark(
  session: SparkSession,
  { columns, holdout, seed, candidates, traits, folder }: SparkGrid,
  onDone: (iterations: number) => void,
  signal?: AbortSignal,
): Promise<FittedModel> {
  let done = 0;
  const finish = ({ iterations }: SparkParams) => {
    done += iterations;
    onDone(done);
  };
  const withheld = holdout === null ? null : withhold(columns, holdout, traits);
  const trials =
    withheld === null
      ? []
      : await tryOnSpark(session, withheld, { candidates, seed, folder, finish, signal });
  const best = trials.length === 0 ? undefined : bestTrial(trials);
  const chosen = trials.find((trial) => trial === best)?.params ?? candidates[0];
  if (chosen === undefined) throw new RangeError('a grid has one candidate at least');
  const matrix = createRatingMatrix(columns);
  const table = await writeRatings(matrix, join(folder, 'all.json'));
  const started = performance.now();
  const { state, operation } = await fitAls(session, { matrix, table }, chosen, { seed, signal });
  finish(chosen);
  return {
    state,
    metrics: best?.metrics ?? null,
    trials: trials.map(({ operation: _, ...trial }) => trial),
    fitSeconds: (performance.now() - started) / 1_000,
    engine: {
      name: 'spark',
      version: session.version,
      session: session.id,
      operations: [...trials.map((trial) => trial.operation), operation],
    },
  };
}

interface TrialsOnSpark {
  candidates: readonly SparkParams[];
  seed: number;
  folder: string;
  finish: (params: SparkParams) => void;
  signal: AbortSignal | undefined;
}

async function tryOnSpark(
  session: SparkSession,
  holdout: Holdout,
  { candidates, seed, folder, finish, signal }: TrialsOnSpark,
): Promise<SparkTrial[]> {
  const { matrix } = holdout;
  const table = await writeRatings(matrix, join(folder, 'train.json'));
  const trials: SparkTrial[] = [];
  for (const params of candidates) {
    const started = performance.now();
    const { state, operation } = await fitAls(session, { matrix, table }, params, { seed, signal });
    const fitSeconds = (performance.now() - started) / 1_000;
    const metrics = measure(holdout, state, { task: 'rating', k: 1, relevantFrom: null });
    trials.push({ params, metrics, fitSeconds, operation });
    finish(params);
  }
  return trials;
}
