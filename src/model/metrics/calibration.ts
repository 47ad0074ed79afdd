/**
 * Calibration (Steck 2018, "Calibrated recommendations"): how far the genres of a person's list are from those of their
 * history, as the Kullback–Leibler divergence Σ p(g)·log2(p(g) / q̃(g)), with p of the history, q of the list, and
 * q̃ = (1 − α)·q + α·p, so that a genre missing from the list does not make it infinite. A film's genres share its weight alike.
 */

/** α, as in the paper. */
const SMOOTHING = 0.01;

export interface CalibratedList {
  history: readonly number[];
  list: readonly number[];
}

/**
 * The mean divergence in bits, 0 for lists whose genres are those of the histories. Items without genres are passed over;
 * people for whose history or list that leaves nothing are left out, and null is for nobody left.
 */
export function miscalibration(
  people: Iterable<CalibratedList>,
  genresOf: (item: number) => readonly string[],
): number | null {
  let total = 0;
  let count = 0;
  for (const { history, list } of people) {
    const wanted = genreShares(history, genresOf);
    const given = genreShares(list, genresOf);
    if (wanted.size === 0 || given.size === 0) continue;
    for (const [genre, share] of wanted) {
      const smoothed = (1 - SMOOTHING) * (given.get(genre) ?? 0) + SMOOTHING * share;
      total += share * Math.log2(share / smoothed);
    }
    count++;
  }
  return count === 0 ? null : total / count;
}

/** The share of each genre among items; empty where none has any. */
function genreShares(
  items: readonly number[],
  genresOf: (item: number) => readonly string[],
): Map<string, number> {
  const shares = new Map<string, number>();
  const known = items.map(genresOf).filter(({ length }) => length > 0);
  for (const genres of known) {
    const share = 1 / genres.length / known.length;
    for (const genre of genres) shares.set(genre, (shares.get(genre) ?? 0) + share);
  }
  return shares;
}
