/** One half of an iteration of alternating least squares: every row solved exactly against the fixed other side. */
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { createNonnegativeSolver } from './nnls.ts';
import { mirror } from './normal-equations.ts';
import type { SparseRows } from './sparse-rows.ts';

/**
 * Writes the normal equations a·x = b of the row whose entries lie from `from` to `to`: the lower triangle of `a`
 * row-major, and `b`. Entries are added in their order, so that the same entries give the same bits.
 */
export type RowEquations = (
  columns: Int32Array,
  values: Float32Array,
  from: number,
  to: number,
  a: Float64Array,
  b: Float64Array,
) => void;

export interface HalfSweep {
  equations: RowEquations;
  /** Values in a row of factors. */
  width: number;
  nonnegative: boolean;
}

/** Solves every row of `rows` into `solved` (rows × width); a row without entries becomes zero. */
export function solveRows(
  { equations, width, nonnegative }: HalfSweep,
  rows: SparseRows,
  solved: Float64Array,
): void {
  const a = new Float64Array(width * width);
  const b = new Float64Array(width);
  const solveNonnegative = createNonnegativeSolver(width);
  const { starts, columns, values } = rows;
  for (let row = 0; row + 1 < starts.length; row++) {
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    const x = solved.subarray(row * width, (row + 1) * width);
    if (from === to) {
      x.fill(0);
      continue;
    }
    equations(columns, values, from, to, a, b);
    if (nonnegative) {
      mirror(a, width);
      solveNonnegative(a, b, x);
    } else {
      choleskyFactor(a, width);
      choleskySolve(a, width, b);
      x.set(b);
    }
  }
}
