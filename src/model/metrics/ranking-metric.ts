/** What the metrics of one person's list have in common. */

/**
 * Judges the first `k` of a list, best first and without repeats, against the set of relevant items (binary relevance).
 * Null when nothing is relevant: such a person says nothing about the list, and is left out of the mean.
 */
export type RankingMetric = (
  recommended: readonly number[],
  relevant: ReadonlySet<number>,
  k: number,
) => number | null;

/** The positions, from 0, of relevant items among the first `k`. */
export function hitPositions(
  recommended: readonly number[],
  relevant: ReadonlySet<number>,
  k: number,
): number[] {
  const positions: number[] = [];
  for (const [position, item] of recommended.slice(0, k).entries()) {
    if (relevant.has(item)) positions.push(position);
  }
  return positions;
}
