/** Sparse matrices of ratings, row by row (CSR), and the check that a caller's one holds together. */
import { KernelError } from './errors.ts';

/** Row r has the entries from offsets[r] to offsets[r + 1]. */
export interface SparseMatrix {
  rows: number;
  columns: number;
  /** rows + 1 of them, rising from 0 to the number of entries. */
  offsets: Uint32Array;
  /** The column of each entry. Sums run in this order, so ascending columns give reproducible bits. */
  indices: Uint32Array;
  /** The value of each entry. */
  values: Float32Array;
}

/** The shape of a sparse matrix, without its values. */
export type SparsePattern = Omit<SparseMatrix, 'values'>;

/** Throws `BAD_INPUT` when offsets or indices are out of bounds. */
export function checkPattern({ rows, columns, offsets, indices }: SparsePattern): void {
  if (offsets.length !== rows + 1 || offsets[0] !== 0 || offsets[rows] !== indices.length) {
    throw new KernelError(
      'BAD_INPUT',
      'the offsets of a sparse matrix run from 0 to its entries, rows + 1 of them',
    );
  }
  for (let row = 0; row < rows; row++) {
    if ((offsets[row + 1] ?? 0) < (offsets[row] ?? 0)) {
      throw new KernelError('BAD_INPUT', `the offsets of a sparse matrix fall at row ${row}`);
    }
  }
  for (const index of indices) {
    if (index >= columns) throw new KernelError('BAD_INPUT', `column ${index} of a matrix with ${columns}`);
  }
}

/** Throws `BAD_INPUT` unless there are `length` values, all finite. */
export function checkValues(name: string, values: Float32Array | Float64Array, length: number): void {
  if (values.length !== length) {
    throw new KernelError('BAD_INPUT', `${name}: ${length} values are needed, not ${values.length}`);
  }
  for (const value of values) {
    if (!Number.isFinite(value))
      throw new KernelError('BAD_INPUT', `${name}: ${value} is not a finite number`);
  }
}

/** How many entries each column has. */
export function columnCounts({ columns, indices }: SparsePattern): Uint32Array {
  const counts = new Uint32Array(columns);
  for (const index of indices) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}

/** How many entries each row has. */
export function rowCounts({ rows, offsets }: SparsePattern): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => (offsets[row + 1] ?? 0) - (offsets[row] ?? 0));
}
