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
 * A⁻¹·y for the matrix A of the person's equations: the inner product with it turns what an entry of the history adds
 * to the right-hand side into what it adds to the score of the film whose row is `y`. Where factors may not be negative, those
 * that are held at zero take no part: the others solve equations of their own.
 */
export function influence(sweep: HalfSweep, history: SparseRows, y: Float64Array): Float64Array {
  const { equations, width, nonnegative } = sweep;
  const a = new Float64Array(width * width);
  const x = new Float64Array(width);
  equations(history.columns, history.values, 0, history.columns.length, a, x);
  x.set(y);
  if (nonnegative) {
    for (const [k, value] of solvePerson(sweep, history).entries()) if (value === 0) leaveOut(a, width, x, k);
  }
  choleskyFactor(a, width);
  choleskySolve(a, width, x);
  return x;
}

/** Turns equation `k` into x[k] = 0, and takes x[k] out of the others. */
function leaveOut(a: Float64Array, width: number, b: Float64Array, k: number): void {
  for (let other = 0; other < width; other++) {
    a[k * width + other] = 0;
    a[other * width + k] = 0;
  }
  a[k * width + k] = 1;
  b[k] = 0;
}
