/** Withholds some of each user's films at random: the inner split that a ranking is tuned on. */
import { hashPair, hashText } from '../random.ts';
import type { RatingColumns } from '../ratings.ts';
import { type Split, splitWhere } from './split.ts';

/**
 * Tests on up to `count` ratings of each user, drawn by a hash of the seed, the user and the film; never on more than half of what
 * a user has.
 */
export function withholdItems(columns: RatingColumns, count: number, seed: number): Split {
  const places = Map.groupBy(columns.users.keys(), (place) => columns.users[place] ?? '');
  const withheld = new Set<number>();
  for (const [user, own] of places) {
    const userHash = hashPair(seed, hashText(user));
    const drawn = own
      .map((place) => ({ place, draw: hashPair(userHash, columns.movies[place] ?? 0) }))
      .sort((a, b) => a.draw - b.draw);
    for (const { place } of drawn.slice(0, Math.min(count, own.length >> 1))) withheld.add(place);
  }
  return splitWhere(columns.users.length, (place) => withheld.has(place));
}
