/** A sparse matrix in compressed rows, as every solver here reads it. */

export interface SparseRows {
  /** Row r holds the entries from `starts[r]` to `starts[r + 1]`; one longer than there are rows. */
  starts: Uint32Array;
  /** The column of each entry, ascending within a row. */
  columns: Int32Array;
  values: Float32Array;
}
