/** A person's taste, counted from their ratings: by genre and by decade, how many and how they compare with their mean. */
import type { OwnRating } from '../../rating/rating-change.ts';

export interface TasteGroup<Key> {
  key: Key;
  count: number;
  /** The mean of their ratings of it. */
  mean: number;
  /** How far that lies above their mean of everything. */
  above: number;
}

export interface TastePicture {
  mean: number;
  /** The genres rated most, most first. */
  genres: TasteGroup<string>[];
  /** By the first year of the decade, ascending, without gaps. */
  decades: TasteGroup<number>[];
}

const MOST_GENRES = 10;

export function tastePicture(ratings: readonly OwnRating[]): TastePicture {
  const mean = ratings.reduce((sum, { rating }) => sum + rating, 0) / (ratings.length || 1);
  const genres = groupBy(ratings, mean, ({ genres: of }) => of);
  const decades = groupBy(ratings, mean, ({ year }) => (year === null ? [] : [Math.floor(year / 10) * 10]));
  return {
    mean,
    genres: genres.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, MOST_GENRES),
    decades: withoutGaps(
      decades.sort((a, b) => a.key - b.key),
      mean,
    ),
  };
}

function groupBy<Key>(
  ratings: readonly OwnRating[],
  mean: number,
  keysOf: (rating: OwnRating) => readonly Key[],
): TasteGroup<Key>[] {
  const sums = new Map<Key, { count: number; sum: number }>();
  for (const rating of ratings) {
    for (const key of keysOf(rating)) {
      const { count, sum } = sums.get(key) ?? { count: 0, sum: 0 };
      sums.set(key, { count: count + 1, sum: sum + rating.rating });
    }
  }
  return [...sums].map(([key, { count, sum }]) => ({
    key,
    count,
    mean: sum / count,
    above: sum / count - mean,
  }));
}

function withoutGaps(decades: readonly TasteGroup<number>[], mean: number): TasteGroup<number>[] {
  const first = decades.at(0)?.key ?? 0;
  const last = decades.at(-1)?.key ?? -10;
  return Array.from({ length: (last - first) / 10 + 1 }, (_, index) => {
    const key = first + index * 10;
    return decades.find((decade) => decade.key === key) ?? { key, count: 0, mean, above: 0 };
  });
}
