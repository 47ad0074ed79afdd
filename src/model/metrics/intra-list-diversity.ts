/**
 * Intra-list diversity (Ziegler, McNee, Konstan & Lausen 2005, "Improving recommendation lists through topic
 * diversification"): 2 / (n·(n − 1)) · Σ over pairs of a list of 1 − |G(a) ∩ G(b)| / |G(a) ∪ G(b)|, with G the genres,
 * averaged over all lists.
 */

/**
 * From 0 (all films of a list have the same genres) to 1 (no two share one). Items without genres are passed over; null
 * where no list has two with.
 */
export function intraListDiversity(
  lists: Iterable<readonly number[]>,
  genresOf: (item: number) => readonly string[],
): number | null {
  let total = 0;
  let judged = 0;
  for (const list of lists) {
    const genres = list.map((item) => new Set(genresOf(item))).filter(({ size }) => size > 0);
    const pairs = (genres.length * (genres.length - 1)) / 2;
    if (pairs === 0) continue;
    let distance = 0;
    for (const [place, first] of genres.entries())
      for (const second of genres.slice(place + 1)) distance += unlikeness(first, second);
    total += distance / pairs;
    judged++;
  }
  return judged === 0 ? null : total / judged;
}

function unlikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return 1 - a.intersection(b).size / a.union(b).size;
}
