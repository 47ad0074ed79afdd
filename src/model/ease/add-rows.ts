/** The sum of weighted rows of a square matrix, four rows at a time: what EASE scores a whole catalogue with. */

/** Weights of rows, by the rows' numbers. */
export interface WeightedRows {
  columns: ArrayLike<number>;
  values: ArrayLike<number>;
}

/**
 * Adds each weighted row of `matrix`, which is as wide as `out`, to `out`, in their order: the same bits as one after
 * the other, but `out` is read and written a quarter as often.
 */
export function addRows(
  matrix: Float64Array,
  { columns, values }: WeightedRows,
  out: Float64Array,
): Float64Array {
  const width = out.length;
  const rowAt = (entry: number) => (columns[entry] ?? 0) * width;
  const together = columns.length - (columns.length % 4);
  for (let entry = 0; entry < together; entry += 4) {
    const [first, second, third, fourth] = [
      rowAt(entry),
      rowAt(entry + 1),
      rowAt(entry + 2),
      rowAt(entry + 3),
    ];
    const w0 = values[entry] ?? 0;
    const w1 = values[entry + 1] ?? 0;
    const w2 = values[entry + 2] ?? 0;
    const w3 = values[entry + 3] ?? 0;
    for (let item = 0; item < width; item++) {
      out[item] =
        (out[item] ?? 0) +
        w0 * (matrix[first + item] ?? 0) +
        w1 * (matrix[second + item] ?? 0) +
        w2 * (matrix[third + item] ?? 0) +
        w3 * (matrix[fourth + item] ?? 0);
    }
  }
  for (let entry = together; entry < columns.length; entry++) {
    const row = rowAt(entry);
    const weight = values[entry] ?? 0;
    for (let item = 0; item < width; item++) {
      out[item] = (out[item] ?? 0) + weight * (matrix[row + item] ?? 0);
    }
  }
  return out;
}
