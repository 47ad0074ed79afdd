/** The best of many scores, without sorting them all. */
import type { ScoredItem } from './model.ts';

/**
 * The `limit` highest scores, best first; of equal ones the lower item first. Items for which `excluded` holds, and
 * scores that are not numbers, are passed over.
 */
export function topItems(
  scores: Float64Array,
  limit: number,
  excluded: (item: number) => boolean = () => false,
): ScoredItem[] {
  const best: ScoredItem[] = [];
  let threshold = Number.NEGATIVE_INFINITY;
  for (let item = 0; item < scores.length; item++) {
    const score = scores[item] ?? Number.NaN;
    if (Number.isNaN(score) || (score <= threshold && best.length >= limit) || excluded(item)) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.score ?? 0) < score) place--;
    best.splice(place, 0, { item, score });
    if (best.length > limit) best.pop();
    if (best.length === limit) threshold = best.at(-1)?.score ?? threshold;
  }
  return best;
}
