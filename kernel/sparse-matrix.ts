/** Sparse matrices of ratings, row by row, and the check that a caller's one holds together. */
import { KernelError } from './errors.ts';
import type { SparseRows } from './reference/sparse-rows.ts';

/** Rows of entries, and how many columns there are. Sums run in the order of a row's entries. */
export interface SparseMatrix extends SparseRows {
  columnCount: number;
}

/** The shape of a sparse matrix, without its values. */
export type SparsePattern = Omit<SparseMatrix, 'values'>;

export function rowCount({ starts }: SparsePattern): number {
  return Math.max(0, starts.length - 1);
}

/** How many entries each row has. */
export function rowCounts(pattern: SparsePattern): Uint32Array {
  const { starts } = pattern;
  return Uint32Array.from(
    { length: rowCount(pattern) },
    (_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0),
  );
}

/** How many entries each column has. */
export function columnCounts({ columnCount, columns }: SparsePattern): Uint32Array {
  const counts = new Uint32Array(columnCount);
  for (let entry = 0; entry < columns.length; entry++) {
    const column = columns[entry] ?? 0;
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return counts;
}

/** Throws `BAD_INPUT` when starts or columns are out of bounds. */
export function checkPattern({ columnCount, starts, columns }: SparsePattern): void {
  if (starts[0] !== 0 || starts.at(-1) !== columns.length) {
    throw new KernelError('BAD_INPUT', 'the starts of sparse rows run from 0 to the number of their entries');
  }
  for (let row = 1; row < starts.length; row++) {
    if ((starts[row] ?? 0) < (starts[row - 1] ?? 0)) {
      throw new KernelError('BAD_INPUT', `the starts of sparse rows fall after row ${row - 1}`);
    }
  }
  for (let entry = 0; entry < columns.length; entry++) {
    const column = columns[entry] ?? -1;
    if (column < 0 || column >= columnCount) {
      throw new KernelError('BAD_INPUT', `column ${column} of a matrix with ${columnCount}`);
    }
  }
}

/** Throws `BAD_INPUT` unless there are `length` values, all finite. */
export function checkValues(name: string, values: Float32Array, length: number): void {
  if (values.length !== length) {
    throw new KernelError('BAD_INPUT', `${name}: ${length} values are needed, not ${values.length}`);
  }
  let zeros = 0;
  for (let k = 0; k < values.length; k++) zeros += (values[k] ?? 0) * 0;
  if (zeros !== 0) throw new KernelError('BAD_INPUT', `${name}: not all values are finite numbers`);
}
