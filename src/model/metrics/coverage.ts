/** Coverage: the share of the catalogue that is recommended to anyone. */

/** Distinct items in all lists, divided by the size of the catalogue; null for an empty catalogue. */
export function coverage(lists: Iterable<readonly number[]>, catalogueSize: number): number | null {
  const recommended = new Set<number>();
  for (const list of lists) for (const item of list) recommended.add(item);
  return catalogueSize === 0 ? null : recommended.size / catalogueSize;
}
