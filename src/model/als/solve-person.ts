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
 * A function that gives A⁻¹·y for the matrix A of the person's equations: the inner product with it turns what an entry of
 * the history adds to the right-hand side into what it adds to the score of the film whose row is `y`. Where factors may
 * not be negative, those that are held at zero take no part: the others solve equations of their own.
 */
export function createInfluence(sweep: HalfSweep, history: SparseRows): (y: Float64Array) => Float64Array {
  const { equations, width, nonnegative } = sweep;
  const a = new Float64Array(width * width);
  equations(history.columns, history.values, 0, history.columns.length, a, new Float64Array(width));
  const solution = nonnegative ? [...solvePerson(sweep, history).entries()] : [];
  const held = solution.filter(([, value]) => value === 0).map(([k]) => k);
  for (const k of held) leaveOut(a, width, k);
  choleskyFactor(a, width);
  return (y) => {
    const x = y.slice();
    for (const k of held) x[k] = 0;
    choleskySolve(a, width, x);
    return x;
  };
}

/** Turns equation `k` into one for x[k] alone, and takes x[k] out of the others. */
function leaveOut(a: Float64Array, width: number, k: number): void {
  for (let other = 0; other < width; other++) {
    a[k * width + other] = 0;
    a[other * width + k] = 0;
  }
  a[k * width + k] = 1;
}
