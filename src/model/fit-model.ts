/** Fits a model of any kind to a rating matrix, iteration by iteration. */
import { MatineeError } from '../domain/errors.ts';
import { factorizeExplicit, factorizeImplicit } from './als/factorize.ts';
import { dampedItemMeans } from './baselines/damped-means.ts';
import { type RatingMatrix, rowLengths } from './matrix.ts';
import { type ModelParams, taskOf } from './params.ts';
import type { ModelState } from './state.ts';

/** A fit under way: `state` takes the model as it stands after this many iterations. */
export interface FitStep {
  iteration: number;
  iterations: number;
  state(): ModelState;
}

/**
 * Fits a model, one step an iteration (a model without iterations takes one step). The same ratings, parameters and
 * seed give the same state to the last bit, in whatever order the ratings came. No ratings at all is `BAD_INPUT`;
 * a rank above the number of users or films is not: regularisation keeps every system solvable.
 */
export function* fitSteps(matrix: RatingMatrix, params: ModelParams, seed: number): Generator<FitStep> {
  if (matrix.size === 0) {
    throw new MatineeError('BAD_INPUT', 'There are no ratings to train on.', {
      hint: 'Load ratings first, or check that the file holds any.',
    });
  }
  const base = describeItems(matrix, params, seed);
  if (params.model === 'popular') {
    yield { iteration: 1, iterations: 1, state: () => ({ ...base, factors: new Float64Array(0) }) };
    return;
  }
  const { iterations } = params;
  const steps =
    params.model === 'implicit-als'
      ? factorizeImplicit(matrix, params, seed)
      : factorizeExplicit(matrix, params, seed);
  for (const { items, iteration } of steps) {
    yield {
      iteration,
      iterations,
      state: () => ({ ...base, params: { ...params, iterations: iteration }, factors: items.slice() }),
    };
  }
}

/** Fits a model to the end. */
export function fitModel(matrix: RatingMatrix, params: ModelParams, seed: number): ModelState {
  let last: FitStep | undefined;
  for (const step of fitSteps(matrix, params, seed)) last = step;
  if (last === undefined) throw new MatineeError('INTERNAL', `Fitting ${params.model} took no step.`);
  return last.state();
}

/** What a model's state says of the films whatever its factors. */
function describeItems(matrix: RatingMatrix, params: ModelParams, seed: number): Omit<ModelState, 'factors'> {
  const support = rowLengths(matrix.byItem);
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
