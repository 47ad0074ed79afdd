/**
 * Means that do not trust a few ratings: each film and person is given some ratings at the overall mean in advance
 * (the baseline predictor of Koren, Bell & Volinsky 2009, "Matrix factorization techniques for recommender systems").
 */
import type { SparseRows } from '../../../kernel/reference/sparse-rows.ts';
import type { RatingMatrix } from '../matrix.ts';

/** Ratings at the mean in advance, where no parameter says otherwise. */
export const DAMPING = 5;

/** The damped mean rating of each film of a matrix. */
export function dampedItemMeans({ byItem, items, mean }: RatingMatrix, damping = DAMPING): Float64Array {
  return Float64Array.from({ length: items.size }, (_, item) => {
    const values = byItem.values.subarray(byItem.starts[item], byItem.starts[item + 1]);
    const deviation = values.reduce((sum, value) => sum + value - mean, 0);
    return mean + deviation / Math.max(values.length + damping, Number.MIN_VALUE);
  });
}

/** The damped mean of what a history of one row lies above the films' own means; 0 for an empty one. */
export function meanDeviation(history: SparseRows, itemMeans: Float64Array, damping = DAMPING): number {
  let deviation = 0;
  for (const [entry, value] of history.values.entries()) {
    deviation += value - (itemMeans[history.columns[entry] ?? 0] ?? value);
  }
  return deviation / Math.max(history.values.length + damping, Number.MIN_VALUE);
}
