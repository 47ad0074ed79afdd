/**
 * The normal equations of one person, kept beside their solution: when the history changes, the entries that came and
 * went are worked in, and only the solve is done anew.
 */
import { choleskyBackward, choleskyFactor, choleskySolve } from '../../../kernel/reference/cholesky.ts';
import type { HalfSweep } from '../../../kernel/reference/half-sweep.ts';
import { createNonnegativeSolver } from '../../../kernel/reference/nnls.ts';
import { addDiagonal, mirror } from '../../../kernel/reference/normal-equations.ts';
import type { SparseRows } from '../../../kernel/reference/sparse-rows.ts';

export interface PersonSystem {
  /** The history that the equations are of. */
  row: SparseRows;
  /** The lower triangle of A and b, of A·x = b. */
  a: Float64Array;
  b: Float64Array;
}

/** What a model's equations are made of: those of a row, and the λ of a row with so many entries. */
export interface PersonEquations extends HalfSweep {
  penaltyOf(entries: number): number;
}

export function createSystem(sweep: PersonEquations, row: SparseRows): PersonSystem {
  const { width } = sweep;
  const a = new Float64Array(width * width);
  const b = new Float64Array(width);
  sweep.equations(row.columns, row.values, 0, row.columns.length, a, b);
  return { row, a, b };
}

/**
 * The equations of another history of the same person. What every row's equations share, its background and all of λ
 * but its dependence on the number of entries, is in the present ones already and drops out of the difference.
 */
export function changeSystem(sweep: PersonEquations, before: PersonSystem, row: SparseRows): PersonSystem {
  const came = difference(row, before.row);
  const went = difference(before.row, row);
  if (came.columns.length + went.columns.length > row.columns.length / 2) return createSystem(sweep, row);
  const added = createSystem(sweep, came);
  const removed = createSystem(sweep, went);
  const combine = (present: Float64Array, more: Float64Array, less: Float64Array) =>
    present.map((value, k) => value + (more[k] ?? 0) - (less[k] ?? 0));
  const a = combine(before.a, added.a, removed.a);
  const b = combine(before.b, added.b, removed.b);
  const penalty = (of: SparseRows) => sweep.penaltyOf(of.columns.length);
  addDiagonal(a, sweep.width, penalty(row) - penalty(before.row) - penalty(came) + penalty(went));
  return { row, a, b };
}

export function solveSystem({ width, nonnegative }: PersonEquations, system: PersonSystem): Float64Array {
  const a = system.a.slice();
  if (nonnegative) {
    const x = new Float64Array(width);
    mirror(a, width);
    createNonnegativeSolver(width)(a, system.b, x);
    return x;
  }
  const x = system.b.slice();
  choleskyFactor(a, width);
  choleskySolve(a, width, x);
  return x;
}

/** A draw from the normal distribution with this mean, and the variance times A⁻¹ for covariance. */
export function drawAround(
  { width }: PersonEquations,
  system: PersonSystem,
  mean: Float64Array,
  variance: number,
  normal: () => number,
): Float64Array {
  const factor = system.a.slice();
  choleskyFactor(factor, width);
  const noise = Float64Array.from({ length: width }, normal);
  choleskyBackward(factor, width, noise);
  return mean.map((value, k) => value + Math.sqrt(variance) * (noise[k] ?? 0));
}

/** A shorter history is solved from nothing as quickly. */
export const LONG_HISTORY = 64;

/** What is kept of the equations of a person whose history changes: nothing of a short one. */
export function keptSystem(system: PersonSystem): { system?: PersonSystem } {
  return system.row.columns.length < LONG_HISTORY ? {} : { system };
}

/** The entries of one row that the other lacks, or has with another value; both rows are in ascending order. */
function difference(row: SparseRows, other: SparseRows): SparseRows {
  const columns: number[] = [];
  const values: number[] = [];
  let place = 0;
  for (let entry = 0; entry < row.columns.length; entry++) {
    const column = row.columns[entry] ?? 0;
    const value = row.values[entry] ?? 0;
    while ((other.columns[place] ?? Number.POSITIVE_INFINITY) < column) place++;
    if (other.columns[place] === column && other.values[place] === value) continue;
    columns.push(column);
    values.push(value);
  }
  return {
    starts: Uint32Array.of(0, columns.length),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  };
}
