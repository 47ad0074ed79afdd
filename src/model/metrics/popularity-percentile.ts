/**
 * Popularity bias: the average recommendation popularity (Abdollahpouri, Burke & Mobasher 2019, "Managing popularity
 * bias in recommender systems with personalized re-ranking") with popularity as a percentile, so that catalogues compare.
 */

/**
 * The mean over all recommended items of the share of the catalogue that has fewer training ratings, those with as many counting
 * half: near 1 for the most popular only, 0.5 for items drawn at random. `support` has the training ratings of each item; null without a recommendation.
 */
export function popularityPercentile(
  lists: Iterable<readonly number[]>,
  support: ArrayLike<number>,
): number | null {
  const sorted = Float64Array.from(support).sort();
  const percentiles = Float64Array.from(support, (ratings) => {
    const below = countFirst(sorted, (value) => value < ratings);
    const upTo = countFirst(sorted, (value) => value <= ratings);
    return (below + upTo) / 2 / sorted.length;
  });
  let total = 0;
  let count = 0;
  for (const list of lists) {
    for (const item of list) {
      total += percentiles[item] ?? 0;
      count++;
    }
  }
  return count === 0 ? null : total / count;
}

/** How many of the sorted values the condition holds for, which must be the first ones. */
function countFirst(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? Number.NaN)) low = middle + 1;
    else high = middle;
  }
  return low;
}
