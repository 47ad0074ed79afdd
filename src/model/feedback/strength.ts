/**
 * How strongly what a person did with a film speaks for it, in models that rank: a rating, and the signal of everything
 * else (`signal.ts`). Above zero it is the weight of an observation that the film is wanted, below zero of one that it
 * is not.
 */
import type { SparseRows } from '../../../kernel/reference/sparse-rows.ts';
import { latestRow } from '../history.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { Feedback } from '../model.ts';

/** No rating counts for less: that somebody chose a film at all says something. */
const LEAST = 0.1;

/**
 * 1 for a rating at the mean of the training ratings, and more or less by how far it lies above or below, relative to
 * the mean. With a `ratingWeight` of 0, and in data without ratings, every film counts alike.
 */
export function ratingStrength(rating: number, mean: number, ratingWeight: number): number {
  return mean > 0 ? Math.max(LEAST, 1 + ratingWeight * (rating / mean - 1)) : 1;
}

/** The strength of a person's whole feedback on a film; NaN is no rating, 0 no signal. */
function strengthOf(rating: number, signal: number, mean: number, ratingWeight: number): number {
  // A matrix holds signals in single precision: a history must come to the same bits.
  const rounded = Math.fround(signal);
  if (rounded < 0) return rounded;
  return (Number.isNaN(rating) ? 0 : ratingStrength(rating, mean, ratingWeight)) + rounded;
}

/** The strength of every entry of a matrix, row by row of its users. */
export function strengthsOf({ byUser, signals, mean }: RatingMatrix, ratingWeight: number): Float32Array {
  return byUser.values.map((rating, entry) => strengthOf(rating, signals?.[entry] ?? 0, mean, ratingWeight));
}

/** How many people want each film: those whose feedback on it is above zero. */
export function countWanted({ byUser, signals, items }: RatingMatrix): Uint32Array {
  const counts = new Uint32Array(items.size);
  for (const [entry, item] of byUser.columns.entries()) {
    if ((signals?.[entry] ?? 0) >= 0) counts[item] = (counts[item] ?? 0) + 1;
  }
  return counts;
}

/** A person's history as one sparse row of strengths, in canonical order; what says nothing is left out. */
export function strengthRow(
  history: readonly Feedback[],
  { itemCount, mean, ratingWeight }: { itemCount: number; mean: number; ratingWeight: number },
): SparseRows {
  return latestRow(history, itemCount, ({ rating, signal = 0 }) => {
    const strength = strengthOf(rating ?? Number.NaN, signal, mean, ratingWeight);
    return strength === 0 ? Number.NaN : strength;
  });
}
