/** Fits a model of any kind to a rating matrix, iteration by iteration. */

import type { Factors } from '../../kernel/factors.ts';
import type { KernelPool } from '../../kernel/pool.ts';
import { MatineeError } from '../domain/errors.ts';
import { factorizeExplicit, factorizeImplicit } from './als/factorize.ts';
import { createTrainedPeople, type TrainedPeople } from './als/trained-people.ts';
import { dampedItemMeans } from './baselines/damped-means.ts';
import { fitPosterior } from './bayesian/fit-posterior.ts';
import { joinRows } from './blend/blend-state.ts';
import { fitEase } from './ease/fit-ease.ts';
import { NO_TRAITS, type TrainingTraits } from './features/traits.ts';
import { countWanted } from './feedback/strength.ts';
import { type RatingMatrix, rowLengths } from './matrix.ts';
import { checkMemory } from './memory/check-memory.ts';
import { shapeOf } from './memory/estimate-fit.ts';
import { type BlendParams, type EaseParams, type ModelParams, type PopularParams, taskOf } from './params.ts';
import type { ModelState } from './state.ts';

/** A fit under way: `state` takes the model as it stands after this many iterations. */
export interface FitStep {
  iteration: number;
  iterations: number;
  state(): ModelState;
  /** People as they stand after this many iterations, from a fit that ends by solving for them exactly. */
  people?(): TrainedPeople;
  /** A copy of the factors: what `FitOptions.resume` takes. Absent from a model whose fit cannot go on from them. */
  factors?(): Factors;
}

export interface FitOptions {
  seed: number;
  /** The threads that train. The result does not depend on how many they are. */
  pool: KernelPool;
  /** What is known of people and films besides ratings; `bayesian-als` alone learns from it. */
  traits?: TrainingTraits;
  /** What an earlier run of the same fit left; it then gives the same bits as one that was never interrupted. */
  resume?: { iteration: number; factors: Factors };
  /** Called after every iteration; a model without iterations has one. `state` is for use within the call. */
  onStep?: (step: FitStep) => void;
}

/**
 * Fits a model to the end. The same ratings, parameters and seed give the same state to the last bit, in whatever
 * order the ratings came. No ratings at all is `BAD_INPUT`, too little memory `OUT_OF_MEMORY` before anything starts; a rank above the number of users or films is not:
 * regularisation keeps every system solvable.
 */
export async function fitModel(
  matrix: RatingMatrix,
  params: ModelParams,
  options: FitOptions,
): Promise<ModelState> {
  if (matrix.size === 0) {
    throw new MatineeError('BAD_INPUT', 'There are no ratings to train on.', {
      hint: 'Load ratings first, or check that the file holds any.',
    });
  }
  checkMemory(shapeOf(matrix), [params], options.pool);
  const base = describeItems(matrix, params, options.seed);
  if (params.model === 'popular' || params.model === 'ease' || params.model === 'blend') {
    const state = { ...base, factors: await fitAtOnce(matrix, params, options) };
    options.onStep?.({ iteration: 1, iterations: 1, state: () => state });
    return state;
  }
  if (params.model === 'bayesian-als') {
    const { seed, pool, traits = NO_TRAITS, onStep } = options;
    const { iterations } = params;
    return fitPosterior(base, matrix, params, {
      seed,
      pool,
      traits,
      onSweep: (iteration, state) => onStep?.({ iteration, iterations, state }),
    });
  }
  const { iterations } = params;
  const stateOf = (items: Float32Array, iteration: number): ModelState => ({
    ...base,
    params: { ...params, iterations: iteration },
    factors: Float64Array.from(items),
  });
  const onIteration = (iteration: number, copyFactors: () => Factors): void => {
    let copied: Factors | undefined;
    const factors = (): Factors => {
      copied ??= copyFactors();
      return copied;
    };
    options.onStep?.({
      iteration,
      iterations,
      state: () => stateOf(factors().items, iteration),
      factors,
      ...(params.model === 'implicit-als'
        ? {}
        : { people: () => createTrainedPeople(matrix, params, factors().users, base.fallback) }),
    });
  };
  const control = { ...options, onIteration };
  const { items } =
    params.model === 'implicit-als'
      ? await factorizeImplicit(matrix, params, control)
      : await factorizeExplicit(matrix, params, control);
  return stateOf(items, iterations);
}

/** The rows of models that have no iterations, or none that mean something by themselves. */
async function fitAtOnce(
  matrix: RatingMatrix,
  params: PopularParams | EaseParams | BlendParams,
  { seed, pool }: FitOptions,
): Promise<Float64Array> {
  if (params.model === 'popular') return new Float64Array(0);
  if (params.model === 'ease') return Float64Array.from(await fitEase(matrix, params, pool));
  const weights = await fitEase(matrix, params.ease, pool);
  const { items } = await factorizeImplicit(matrix, params.implicit, { seed, pool });
  return joinRows(items, params.implicit.rank, weights, matrix.items.size);
}

/** What a model's state says of the films whatever its factors. */
export function describeItems(
  matrix: RatingMatrix,
  params: ModelParams,
  seed: number,
): Omit<ModelState, 'factors'> {
  const support = taskOf(params) === 'rating' ? rowLengths(matrix.byItem) : countWanted(matrix);
  const damping = params.model === 'popular' ? params.damping : undefined;
  return {
    params,
    seed,
    mean: matrix.mean,
    itemIds: Int32Array.from(matrix.items.ids),
    support,
    fallback:
      taskOf(params) === 'rating'
        ? dampedItemMeans(matrix, damping)
        : Float64Array.from(support, (count) => count / matrix.users.size),
  };
}
