/** The `evaluate` command: trains a model on one part of a data set, and measures it on another. */

import type { KernelPool } from '../../../kernel/pool.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { Traits } from '../features/traits.ts';
import { fitModel } from '../fit-model.ts';
import { withPool } from '../kernel-pool.ts';
import { createRatingMatrix, type RatingMatrix } from '../matrix.ts';
import { checkMemory } from '../memory/check-memory.ts';
import { shapeOf } from '../memory/estimate-fit.ts';
import type { Model, ModelName, Task } from '../model.ts';
import { openModel } from '../open-model.ts';
import { defaultModel, defaultParams, type ModelParams, taskOf } from '../params.ts';
import { checkRatings, type RatingColumns } from '../ratings.ts';
import { DEFAULT_LIMITS, type SearchLimits } from '../training/search.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { createItemNumbers, type EvaluationColumns } from './columns.ts';
import { genresByItem, numberTraits } from './item-traits.ts';
import { type CurvePoint, learningCurve } from './learning-curve.ts';
import { type ListMetrics, measureLists } from './measure-lists.ts';
import {
  type RankingMetrics,
  type RankingSettings,
  rankForUsers,
  rankingMetrics,
} from './measure-ranking.ts';
import { predictForUsers, type RatingMetrics, ratingMetrics } from './measure-rating.ts';
import { countColdRatings, groupTestRatings, type TestUser } from './test-ratings.ts';
import { tuneParams } from './tune.ts';
import { type ActiveUserFigure, errorFigures, ndcgFigures } from './user-figures.ts';

export interface EvaluateInput {
  train: EvaluationColumns;
  test: EvaluationColumns;
  /** Items that are no candidates in the ranking of the test, besides those of `train`. */
  exclude?: EvaluationColumns;
  /** What `tune` chooses parameters on; without it, on a part of `train`. */
  validate?: EvaluationColumns;
  task: Task;
  model: ModelName | 'default';
  /** Length of the lists of a ranking, 10 by default. */
  k?: number;
  /** Searches for parameters. The test part has no say in it. */
  tune?: boolean;
  /** Seed of the initial factors and of what `tune` withholds, 42 by default. */
  seed?: number;
  /** Test items count as relevant from this rating on; by default all do. */
  relevantFrom?: number;
  searchLimits?: SearchLimits;
  /** What is known of users and items besides ratings, by their ids in the files. */
  traits?: Traits<string, string>;
  /** Genres by the items' ids in the files, for judging lists; without it, those of `traits`. */
  genres?: ReadonlyMap<string, readonly string[]>;
  /** Threads to train on; by default as many as there are processors. The result does not depend on it. */
  threads?: number;
}

/** The JSON object that the command prints. */
export type EvaluationReport = (RatingMetrics | (RankingMetrics & ListMetrics)) & {
  model: ModelName;
  params: ModelParams;
  /** Users and items with training ratings. */
  users: number;
  items: number;
  trainRatings: number;
  testRatings: number;
  /** The final fit, and before it the search where there was one. */
  trainSeconds: number;
  evaluateSeconds: number;
  /** The most memory that this process has held so far. */
  peakMemoryMb: number;
  /** Test ratings of users or items without training ratings: they got the model's fallback. */
  coldStart: number;
  /** The 95 % interval of `rmse`, or of `ndcg`, over users; null where nothing was measured. */
  interval: Interval | null;
};

/**
 * Trains and measures. Rejects with `BAD_INPUT` for a training or a test part without ratings, or with values that are not finite;
 * `USAGE` for a model that cannot do the task.
 */
export async function evaluate(input: EvaluateInput): Promise<EvaluationReport> {
  return (await withPool(input.threads, (pool) => evaluateOn(pool, input))).report;
}

/** An evaluation with what it is made of, for whoever wants to know whom a model serves well. */
export interface Evaluation {
  report: EvaluationReport;
  /** Of each user who counts: their squared errors, or their NDCG@k. */
  figures: ActiveUserFigure[];
  /** How the RMSE or NDCG@k came about, by a second fit: only while the threads are there. */
  curve(): Promise<CurvePoint[]>;
}

/** `evaluate` on threads that are there already. */
export async function evaluateOn(pool: KernelPool, input: EvaluateInput): Promise<Evaluation> {
  const { task, k = 10, tune = false, seed = 42, relevantFrom = null } = input;
  const start = startParams(input);
  checkListLength(k);
  const number = createItemNumbers(input.train);
  const train = number(input.train);
  const test = checkedTest(number(input.test));
  const validate = input.validate === undefined ? null : checkedTest(number(input.validate));

  const trainingStarted = performance.now();
  const traits = numberTraits(input.traits, number);
  const settings = { task, k, relevantFrom, seed, pool, traits };
  const limits = input.searchLimits ?? DEFAULT_LIMITS;
  const matrix = createRatingMatrix(train);
  if (matrix.size > 0) checkMemory(shapeOf(matrix), [start], pool);
  const params = tune ? await tuneParams(start, train, validate, settings, limits) : start;
  const model = openModel(await fitModel(matrix, params, { seed, pool, traits }));
  const evaluationStarted = performance.now();
  const users = groupTestRatings(matrix, test, traits);
  const excluded = excludedItems(matrix, input.exclude === undefined ? null : number(input.exclude));
  const genresOf = genresByItem(input, matrix, number);
  const judge = (some: Model) =>
    task === 'rating'
      ? judgeRatings(some, matrix, users)
      : judgeLists(some, users, { k, relevantFrom, excluded }, genresOf);
  const { metrics, figures } = judge(model);
  const finished = performance.now();
  const report = {
    model: model.name,
    params,
    users: matrix.users.size,
    items: matrix.items.size,
    trainRatings: matrix.size,
    testRatings: test.users.length,
    trainSeconds: (evaluationStarted - trainingStarted) / 1_000,
    evaluateSeconds: (finished - evaluationStarted) / 1_000,
    peakMemoryMb: process.resourceUsage().maxRSS / 1_024,
    coldStart: countColdRatings(users),
    ...metrics,
    interval: intervalOf(task, figures, seed),
  };
  const figureOf = (some: Model) => mainFigure(judge(some).metrics);
  return {
    report,
    figures,
    curve: () => learningCurve(matrix, params, { seed, pool, traits }, figureOf),
  };
}

/** What models of a task are compared by. */
export function mainFigure(metrics: RatingMetrics | RankingMetrics): number | null {
  return 'rmse' in metrics ? metrics.rmse : metrics.ndcg;
}

function judgeRatings(model: Model, matrix: RatingMatrix, users: readonly TestUser[]) {
  const predicted = predictForUsers(model, matrix, users);
  return { metrics: ratingMetrics(matrix, predicted), figures: errorFigures(predicted) };
}

function judgeLists(
  model: Model,
  users: readonly TestUser[],
  settings: RankingSettings,
  genresOf: ((item: number) => readonly string[]) | undefined,
) {
  const ranked = rankForUsers(model, users, settings);
  const metrics = {
    ...rankingMetrics(model, ranked, settings.k),
    ...measureLists(model, ranked, genresOf),
  };
  return { metrics, figures: ndcgFigures(ranked, settings.k) };
}

/** Of squared errors, that of their root. */
function intervalOf(task: Task, figures: readonly ActiveUserFigure[], seed: number): Interval | null {
  const interval = bootstrapInterval(figures, seed);
  if (interval === null || task === 'ranking') return interval;
  return { low: Math.sqrt(interval.low), high: Math.sqrt(interval.high) };
}

/** The parameters to begin with. A model for ratings can rank as well, but not the other way round. */
function startParams({ task, model, train }: EvaluateInput): ModelParams {
  const params = defaultParams(
    model === 'default' ? defaultModel(task, new Set(train.items).size) : model,
    task,
  );
  if (task === 'ranking' || taskOf(params) === 'rating') return params;
  throw new MatineeError('USAGE', `The model ${params.model} orders films; it does not predict ratings.`, {
    hint: 'Choose `--task ranking`, or a model for ratings.',
  });
}

function checkListLength(k: number): void {
  if (Number.isInteger(k) && k >= 1) return;
  throw new MatineeError('USAGE', `A list of ${k} films cannot be judged.`, {
    hint: 'Give `--k` an integer from 1.',
  });
}

/** Refuses a part with nothing to measure on. */
function checkedTest(columns: RatingColumns): RatingColumns {
  checkRatings(columns);
  if (columns.users.length > 0) return columns;
  throw new MatineeError('BAD_INPUT', 'There are no ratings to measure on.', {
    hint: 'Check that the file given to `--test` (or `--validate`) holds any.',
  });
}

/** For each user, the items in a further list that are no candidates. */
function excludedItems(
  matrix: RatingMatrix,
  exclude: RatingColumns | null,
): (user: string) => ReadonlySet<number> {
  const excluded = new Map<string, Set<number>>();
  for (const [place, user] of exclude?.users.entries() ?? []) {
    const item = matrix.items.indexOf(exclude?.movies[place] ?? 0);
    if (item === undefined) continue;
    const items = excluded.get(user) ?? new Set();
    excluded.set(user, items.add(item));
  }
  const none = new Set<number>();
  return (user) => excluded.get(user) ?? none;
}
