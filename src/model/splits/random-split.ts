/** A random split: each rating falls by a hash of the seed, its user and its film, whatever the order of the data. */
import { hashPair, hashText } from '../random.ts';
import type { RatingColumns } from '../ratings.ts';
import { type Split, splitWhere } from './split.ts';

/**
 * Tests on `fraction` (0 to 1) of the ratings, rounded; exact up to ties of the hash, and at least one rating stays on either
 * side of a split of two or more. Ratings of the same film by the same user fall on the same side.
 */
export function randomSplit(columns: RatingColumns, fraction: number, seed: number): Split {
  const userHashes = new Map<string, number>();
  const draws = Uint32Array.from(columns.users, (user, place) => {
    const userHash = userHashes.get(user) ?? hashPair(seed, hashText(user));
    userHashes.set(user, userHash);
    return hashPair(userHash, columns.movies[place] ?? 0);
  });
  const wanted = Math.round(fraction * draws.length);
  const count = fraction > 0 && fraction < 1 ? Math.min(Math.max(wanted, 1), draws.length - 1) : wanted;
  const threshold = draws.toSorted()[count] ?? Number.POSITIVE_INFINITY;
  return splitWhere(draws.length, (place) => (draws[place] ?? 0) < threshold);
}
