/**
 * How unequally films are recommended: the Gini index of how often each film of the catalogue is (Adomavicius & Kwon
 * 2012, "Improving aggregate recommendation diversity using ranking-based techniques"):
 * Σ (2·i − n − 1)·x_i / (n·Σ x), with the counts x in ascending order and i from 1.
 */

/** From 0 (each film as often as any other) towards 1 (one film only); null where nothing is recommended. */
export function giniIndex(lists: Iterable<readonly number[]>, catalogueSize: number): number | null {
  const counts = new Float64Array(catalogueSize);
  let total = 0;
  for (const list of lists) {
    for (const item of list) {
      counts[item] = (counts[item] ?? 0) + 1;
      total++;
    }
  }
  if (total === 0) return null;
  const weighted = counts
    .sort()
    .reduce((sum, count, place) => sum + (2 * (place + 1) - catalogueSize - 1) * count, 0);
  return weighted / (catalogueSize * total);
}
