/** λ of each user and item: how strongly a row's squared length is held down. */
import { KernelError } from './errors.ts';
import { columnCounts, rowCount, rowCounts, type SparsePattern } from './sparse-matrix.ts';

export interface Penalties {
  users: Float32Array;
  items: Float32Array;
}

/**
 * λ·n^ν for a row with n ratings. ν = 1 is ALS-WR (Zhou et al. 2008, "Large-scale parallel collaborative filtering for
 * the Netflix prize"), and what Spark MLlib does.
 */
export function weightedPenalties(pattern: SparsePattern, regularization: number, exponent = 1): Penalties {
  const scaled = (counts: Uint32Array): Float32Array =>
    Float32Array.from(counts, (count) => regularization * count ** exponent);
  return { users: scaled(rowCounts(pattern)), items: scaled(columnCounts(pattern)) };
}

/**
 * λ·(n + w₀·m)^ν for a row with n entries of m possible ones: frequency-scaled regularization for implicit feedback
 * (Rendle et al. 2021, "Revisiting the performance of iALS on item recommendation benchmarks"). With `exponent` 0
 * every row has the same λ.
 */
export function frequencyPenalties(
  pattern: SparsePattern,
  regularization: number,
  gramWeight: number,
  exponent: number,
): Penalties {
  const scaled = (counts: Uint32Array, others: number): Float32Array =>
    Float32Array.from(counts, (count) => regularization * (count + gramWeight * others) ** exponent);
  return {
    users: scaled(rowCounts(pattern), pattern.columnCount),
    items: scaled(columnCounts(pattern), rowCount(pattern)),
  };
}

/** Throws `BAD_INPUT` unless each row has a penalty that is not negative. */
export function checkPenalties(penalties: Penalties, users: number, items: number): void {
  if (penalties.users.length !== users || penalties.items.length !== items) {
    throw new KernelError('BAD_INPUT', 'there is one penalty for each user and each item');
  }
  for (const side of [penalties.users, penalties.items]) {
    if (side.some((penalty) => !(penalty >= 0 && penalty < Number.POSITIVE_INFINITY))) {
      throw new KernelError('BAD_INPUT', 'a penalty is a finite number that is not negative');
    }
  }
}

/** Σ λ·|x|² over the rows. */
export function penaltySum(factors: Float32Array, penalties: Float32Array): number {
  if (penalties.length === 0) return 0;
  const unknowns = factors.length / penalties.length;
  let sum = 0;
  for (const [row, penalty] of penalties.entries()) {
    let square = 0;
    for (let k = row * unknowns; k < (row + 1) * unknowns; k++) square += (factors[k] ?? 0) ** 2;
    sum += penalty * square;
  }
  return sum;
}
