/**
 * Alternating least squares over a rating matrix: initial factors of the users from their ids, then films and users
 * in turn. One result for each iteration, so that the caller decides when to stop, and what to keep.
 */
import {
  type ExplicitSettings,
  explicitEquations,
  explicitWidth,
} from '../../../kernel/reference/explicit.ts';
import { type HalfSweep, solveRows } from '../../../kernel/reference/half-sweep.ts';
import { implicitEquations } from '../../../kernel/reference/implicit.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { AlsParams, ImplicitParams } from '../params.ts';
import { createNormal, hashPair } from '../random.ts';
import { feedbackWeight } from './feedback-weight.ts';

/** Factors as they stand, row-major; the arrays are written over by the next iteration. */
export interface Factors {
  users: Float64Array;
  items: Float64Array;
  /** Values in a row: the factors, and behind them the bias where the model has one. */
  width: number;
  /** Iterations done. */
  iteration: number;
}

/** A binding of equations to the side that is fixed: its factors, and how many rows it has. */
type Sweep = (fixed: Float64Array, count: number) => HalfSweep;

/** Explicit ALS: one result after each of `params.iterations`. */
export function factorizeExplicit(matrix: RatingMatrix, params: AlsParams, seed: number): Generator<Factors> {
  const nonnegative = params.model === 'als-nonnegative';
  const settings = explicitSettings(params, matrix.mean);
  const width = explicitWidth(settings);
  const sweep: Sweep = (fixed) => ({ equations: explicitEquations(settings, fixed), width, nonnegative });
  const users = initialFactors(matrix.userHashes, width, params.rank, seed);
  if (nonnegative) for (const [k, value] of users.entries()) users[k] = Math.abs(value);
  return alternate(matrix, users, width, params.iterations, sweep);
}

/** Implicit ALS: one result after each of `params.iterations`. */
export function factorizeImplicit(
  matrix: RatingMatrix,
  params: ImplicitParams,
  seed: number,
): Generator<Factors> {
  const { rank, iterations } = params;
  const sweep: Sweep = (fixed, count) => ({
    equations: implicitEquations(params, fixed, count),
    width: rank,
    nonnegative: false,
  });
  const users = initialFactors(matrix.userHashes, rank, rank, seed);
  return alternate(weighted(matrix), users, rank, iterations, sweep);
}

/**
 * What the equations of explicit ALS need of the parameters: `als` has biases, `als-nonnegative` has none, and scales
 * λ by the number of ratings as Spark MLlib does.
 */
export function explicitSettings(params: AlsParams, mean: number): ExplicitSettings {
  const { rank, regularization } = params;
  return params.model === 'als'
    ? { rank, biased: true, mean, regularization, frequencyExponent: params.frequencyExponent }
    : { rank, biased: false, mean: 0, regularization, frequencyExponent: 1 };
}

/** The matrix with ratings replaced by how strongly they speak for the film. */
function weighted(matrix: RatingMatrix): RatingMatrix {
  const weigh = (rows: RatingMatrix['byUser']) => ({ ...rows, values: rows.values.map(feedbackWeight) });
  return { ...matrix, byUser: weigh(matrix.byUser), byItem: weigh(matrix.byItem) };
}

function* alternate(
  matrix: RatingMatrix,
  users: Float64Array,
  width: number,
  iterations: number,
  sweep: Sweep,
): Generator<Factors> {
  const items = new Float64Array(matrix.items.size * width);
  for (let iteration = 1; iteration <= iterations; iteration++) {
    solveRows(sweep(users, matrix.users.size), matrix.byItem, items);
    solveRows(sweep(items, matrix.items.size), matrix.byUser, users);
    yield { users, items, width, iteration };
  }
}

/** Rows of length 1 in a random direction that follows from the seed and the id alone; biases start at 0. */
function initialFactors(hashes: Uint32Array, width: number, rank: number, seed: number): Float64Array {
  const factors = new Float64Array(hashes.length * width);
  for (const [row, hash] of hashes.entries()) {
    const normal = createNormal(hashPair(seed, hash));
    const values = Float64Array.from({ length: rank }, normal);
    const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    if (norm > 0)
      factors.set(
        values.map((value) => value / norm),
        row * width,
      );
  }
  return factors;
}
