/** A person's history as one sparse row, in the canonical order that makes equal histories equal to the last bit. */
import type { SparseRows } from '../../kernel/reference/sparse-rows.ts';
import type { Feedback } from './model.ts';

/**
 * One row of films in ascending order. Of a film that is there several times the last entry counts; entries for
 * films outside of the model (`item` not below `itemCount`) and values that are not finite are left out.
 */
export function historyRow(history: readonly Feedback[], itemCount: number): SparseRows {
  const latest = new Map<number, number>();
  for (const { item, rating } of history) {
    if (Number.isInteger(item) && item >= 0 && item < itemCount && Number.isFinite(rating))
      latest.set(item, rating);
  }
  const columns = Int32Array.from(latest.keys()).sort();
  return {
    starts: Uint32Array.of(0, columns.length),
    columns,
    values: Float32Array.from(columns, (item) => latest.get(item) ?? 0),
  };
}
