/** The normal equations of one person: their solution, and how each past rating bears on a score. */
import { choleskyFactor, choleskySolve } from '../../../kernel/reference/cholesky.ts';
import { type HalfSweep, solveRows } from '../../../kernel/reference/half-sweep.ts';
import type { SparseRows } from '../../../kernel/reference/sparse-rows.ts';

/** The exact solution for a history of one row. */
export function solvePerson(sweep: HalfSweep, history: SparseRows): Float64Array {
  const person = new Float64Array(sweep.width);
  solveRows(sweep, history, person);
  return person;
}

/**
 * A⁻¹·y for the matrix A of the person's equations: the inner product with it turns what an entry of the history adds to the
 * right-hand side into what it adds to the score of the film whose row is `y`.
 */
export function influence(
  { equations, width }: HalfSweep,
  history: SparseRows,
  y: Float64Array,
): Float64Array {
  const a = new Float64Array(width * width);
  const x = new Float64Array(width);
  equations(history.columns, history.values, 0, history.columns.length, a, x);
  x.set(y);
  choleskyFactor(a, width);
  choleskySolve(a, width, x);
  return x;
}
