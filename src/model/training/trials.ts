/** Tries parameters: each candidate is fitted to a training part and measured on what was withheld. */

import type { KernelPool } from '../../../kernel/pool.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { TrainedPeople } from '../als/trained-people.ts';
import { measureRanking, type RankingMetrics } from '../evaluate/measure-ranking.ts';
import { measureRating, type RatingMetrics } from '../evaluate/measure-rating.ts';
import { groupTestRatings, type TestUser } from '../evaluate/test-ratings.ts';
import type { TrainingTraits } from '../features/traits.ts';
import type { FitStep } from '../fit-model.ts';
import { createRatingMatrix, type RatingMatrix } from '../matrix.ts';
import { availableBytes, shortage } from '../memory/check-memory.ts';
import { shapeOf } from '../memory/estimate-fit.ts';
import type { Task } from '../model.ts';
import { openModel } from '../open-model.ts';
import { iterationsOf, type ModelParams } from '../params.ts';
import type { RatingColumns } from '../ratings.ts';
import type { ModelState } from '../state.ts';
import type { Checkpoint } from './checkpoint/checkpoint.ts';
import { fitResumably } from './checkpoint/fit-resumably.ts';

export type TrialMetrics = RatingMetrics | RankingMetrics;

/** One candidate, measured. */
export interface Trial {
  params: ModelParams;
  metrics: TrialMetrics;
  /** Seconds until the candidate was fitted; a candidate that shares its fit with others counts from that fit's start. */
  fitSeconds: number;
}

/** A training part and what was withheld from it, prepared once for many candidates. */
export interface Holdout {
  matrix: RatingMatrix;
  users: TestUser[];
}

export interface TrialSettings {
  task: Task;
  /** Length of the lists that a ranking is judged by. */
  k: number;
  relevantFrom: number | null;
  seed: number;
  /** The threads that fit. */
  pool: KernelPool;
  /** What is known of people and films besides ratings. */
  traits?: TrainingTraits;
  /** Where it is taken down how far the fits are, and what they go on from. */
  checkpoint?: Checkpoint;
  /** Called after every iteration of every fit. */
  onIteration?: () => void;
}

export function createHoldout(train: RatingColumns, test: RatingColumns, traits?: TrainingTraits): Holdout {
  const matrix = createRatingMatrix(train);
  return { matrix, users: groupTestRatings(matrix, test, traits) };
}

/**
 * Measures every candidate, in their order. Candidates that differ in nothing but the number of iterations share one
 * fit: ALS after 18 iterations is on its way to ALS after 20.
 */
export async function runTrials(
  holdout: Holdout,
  candidates: readonly ModelParams[],
  settings: TrialSettings,
): Promise<Trial[]> {
  const trials = new Map<string, Trial>();
  const wanted = new Set(candidates.map(keyOf));
  const { seed, pool, traits, checkpoint, onIteration } = settings;
  for (const longest of longestRuns(candidates)) {
    const measured = await fitResumably(holdout.matrix, longest, {
      seed,
      pool,
      ...(traits === undefined ? {} : { traits }),
      key: `trial of ${keyOf(longest)}`,
      checkpoint,
      isFinal: false,
      onIteration,
      measure(step, fitSeconds) {
        if (!wanted.has(keyOf(withIterations(longest, step.iteration)))) return null;
        return { ...measureStep(holdout, step, settings), fitSeconds };
      },
    });
    for (const trial of measured.trials) trials.set(keyOf(trial.params), trial);
  }
  return candidates.flatMap((params) => trials.get(keyOf(params)) ?? []);
}

/** Measures a fit as it stands. Its figures are those of `measure`; people whom it has are not folded in again. */
export function measureStep(
  holdout: Holdout,
  step: FitStep,
  settings: Measuring,
): Pick<Trial, 'params' | 'metrics'> {
  const state = step.state();
  return { params: state.params, metrics: measure(holdout, state, settings, step.people?.()) };
}

type Measuring = Pick<TrialSettings, 'task' | 'k' | 'relevantFrom'>;

/** Measures a model of this state on the withheld part; `people` are taken as they are, others folded in. */
export function measure(
  { matrix, users }: Holdout,
  state: ModelState,
  { task, k, relevantFrom }: Measuring,
  people?: TrainedPeople,
): TrialMetrics {
  const model = openModel(state);
  return task === 'rating'
    ? measureRating(model, matrix, users, people)
    : measureRanking(model, users, { k, relevantFrom });
}

/** Whether a candidate can be fitted with the memory there is. */
export function hasRoom({ matrix }: Holdout, params: ModelParams, pool: KernelPool): boolean {
  return shortage(shapeOf(matrix), params, pool, availableBytes()) === null;
}

/** A candidate that could not be tried: worse than any that was. */
export function untried(params: ModelParams): Trial {
  const metrics = { rmse: null, mae: null };
  return { params, metrics, fitSeconds: 0 };
}

/** The best trial: the lowest RMSE, or the highest NDCG; of equals the first. */
export function bestTrial(trials: readonly Trial[]): Trial {
  const [first, ...others] = trials;
  if (first === undefined) {
    throw new MatineeError('USAGE', 'There are no parameters to try.', {
      hint: 'Give one candidate at least.',
    });
  }
  return others.reduce((best, trial) => (gainOf(trial) > gainOf(best) ? trial : best), first);
}

/** What a search maximises: −RMSE or NDCG. Nothing measured is worst. */
export function gainOf({ metrics }: Trial): number {
  const gain = 'rmse' in metrics ? metrics.rmse && -metrics.rmse : metrics.ndcg;
  return gain ?? Number.NEGATIVE_INFINITY;
}

/** How many iterations `runTrials` will run: what progress is measured in. */
export function countIterations(candidates: readonly ModelParams[]): number {
  return longestRuns(candidates).reduce((sum, params) => sum + iterationsOf(params), 0);
}

/** Of candidates that differ in their iterations only, the one with the most. */
function longestRuns(candidates: readonly ModelParams[]): ModelParams[] {
  const longest = new Map<string, ModelParams>();
  for (const params of candidates) {
    const family = keyOf(withIterations(params, 0));
    const rival = longest.get(family);
    if (rival === undefined || iterationsOf(rival) < iterationsOf(params)) longest.set(family, params);
  }
  return [...longest.values()];
}

function withIterations(params: ModelParams, iterations: number): ModelParams {
  return 'iterations' in params ? { ...params, iterations } : params;
}

/** The same text for the same parameters, whatever the order of their fields. */
function keyOf(params: ModelParams): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}
