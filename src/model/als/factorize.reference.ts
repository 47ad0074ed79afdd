/** Alternating least squares in plain code, every row solved exactly: what training on the kernel is tested against. */
import { explicitEquations, explicitWidth } from '../../../kernel/reference/explicit.ts';
import { type HalfSweep, solveRows } from '../../../kernel/reference/half-sweep.ts';
import { implicitEquations } from '../../../kernel/reference/implicit.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { AlsParams, ImplicitParams } from '../params.ts';
import { explicitSettings } from './explicit-settings.ts';
import { initialFactors } from './initial-factors.ts';

/** A binding of equations to the side that is fixed: its factors, and how many rows it has. */
type Sweep = (fixed: Float64Array, count: number) => HalfSweep;

/** The item factors of explicit ALS. */
export function referenceExplicit(matrix: RatingMatrix, params: AlsParams, seed: number): Float64Array {
  const nonnegative = params.model === 'als-nonnegative';
  const settings = explicitSettings(params, matrix.mean);
  const width = explicitWidth(settings);
  const users = Float64Array.from(initialFactors(matrix.userHashes, width, params.rank, seed));
  return alternate(matrix, nonnegative ? users.map(Math.abs) : users, width, params.iterations, (fixed) => ({
    equations: explicitEquations(settings, fixed),
    width,
    nonnegative,
  }));
}

/** The item factors of implicit ALS, every entry at weight 1. */
export function referenceImplicit(matrix: RatingMatrix, params: ImplicitParams, seed: number): Float64Array {
  const { rank, iterations } = params;
  const ones = (rows: RatingMatrix['byUser']) => ({ ...rows, values: rows.values.map(() => 1) });
  const users = Float64Array.from(initialFactors(matrix.userHashes, rank, rank, seed));
  const seen = { ...matrix, byUser: ones(matrix.byUser), byItem: ones(matrix.byItem) };
  return alternate(seen, users, rank, iterations, (fixed, count) => ({
    equations: implicitEquations(params, fixed, count),
    width: rank,
    nonnegative: false,
  }));
}

function alternate(
  matrix: RatingMatrix,
  users: Float64Array,
  width: number,
  iterations: number,
  sweep: Sweep,
): Float64Array {
  const items = new Float64Array(matrix.items.size * width);
  for (let iteration = 1; iteration <= iterations; iteration++) {
    solveRows(sweep(users, matrix.users.size), matrix.byItem, items);
    solveRows(sweep(items, matrix.items.size), matrix.byUser, users);
  }
  return items;
}
