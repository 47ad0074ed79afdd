/** What every solver of the kernel is tested on: random rating matrices, and comparisons that allow for 32-bit rounding. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { SparseMatrix } from './sparse-matrix.ts';

export interface Ratings {
  /** users × items */
  matrix: SparseMatrix;
  /** items × users */
  transposed: SparseMatrix;
}

const entry = fc.record({ rating: fc.integer({ min: 1, max: 10 }), present: fc.boolean() });

/** Matrices of up to 12 × 12 with ratings of 0.5 to 5; rows and columns may be empty, and so may all of it. */
export const anyRatings: fc.Arbitrary<Ratings> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([users, items]) =>
    fc.array(fc.array(entry, { minLength: items, maxLength: items }), { minLength: users, maxLength: users }),
  )
  .map((rows) => {
    const values = rows.map((row) => row.map(({ rating, present }) => (present ? rating / 2 : null)));
    const turned = (rows[0] ?? []).map((_, item) => values.map((row) => row[item] ?? null));
    return { matrix: sparse(values), transposed: sparse(turned) };
  });

/** Rows of numbers, null for what is not there. */
export function sparse(rows: (number | null)[][]): SparseMatrix {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [column, value] of row.entries()) {
      if (value === null) continue;
      columns.push(column);
      values.push(value);
    }
    starts.push(columns.length);
  }
  return {
    starts: Uint32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
    columnCount: rows[0]?.length ?? 0,
  };
}

/** Values between −0.5 and 0.5 that follow from a seed. */
export function drawFactors(length: number, seed: number): Float32Array {
  let state = seed | 0;
  return Float32Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return state / 2 ** 32;
  });
}

/** Asserts that every value is within `tolerance` of the largest expected one. */
export function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  assert.equal(actual.length, expected.length);
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  for (let k = 0; k < expected.length; k++) {
    const difference = Math.abs((actual[k] ?? Number.NaN) - (expected[k] ?? Number.NaN));
    assert.ok(difference <= tolerance * scale, `value ${k}: ${actual[k]} is not ${expected[k]}`);
  }
}
