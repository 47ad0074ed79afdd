/**
 * Novelty (self-information; Zhou et al. 2010, "Solving the apparent diversity-accuracy dilemma"): the mean, over all
 * recommended items, of −log2 of the item's share of the training ratings.
 */

/** `support` has the training ratings of each item. Items without any are passed over; null when none is left. */
export function novelty(lists: Iterable<readonly number[]>, support: ArrayLike<number>): number | null {
  let total = 0;
  for (let item = 0; item < support.length; item++) total += support[item] ?? 0;
  let information = 0;
  let count = 0;
  for (const list of lists) {
    for (const item of list) {
      const ratings = support[item] ?? 0;
      if (ratings === 0) continue;
      information -= Math.log2(ratings / total);
      count++;
    }
  }
  return count === 0 ? null : information / count;
}
