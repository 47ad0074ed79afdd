/** What a person likes, read off their ratings and likes: for reasons and rows, not for scores. */
import type { Catalogue } from './catalogue.ts';
import type { History } from './history.ts';

/** No film below this rating counts as liked, however severe the person is otherwise. */
const LIKED_FROM = 3.5;

/** Ratings at the person's mean that every genre is given, so that one good film does not make a favourite. */
const GENRE_PRIOR = 5;

export interface Taste {
  /** Rows of the films they liked, those they said so of first, then the best rated; the latest of equals first. */
  liked: Int32Array;
  /** Genres that they rate above their own mean, most loved first. */
  genres: readonly string[];
}

interface RatedRow {
  row: number;
  rating: number;
  eventTime: number;
}

/** How far above a person's mean a film counts that they liked without rating it. */
const LIKE_ABOVE_MEAN = 1;

/** A film is liked from the person's own mean on, and from `LIKED_FROM`. */
export function tasteOf(catalogue: Catalogue, history: History): Taste {
  const rated = ratedRows(catalogue, history);
  const mean = rated.reduce((sum, { rating }) => sum + rating, 0) / (rated.length || 1);
  const said = likedRows(catalogue, history);
  const best = rated
    .filter(({ rating }) => rating >= mean && rating >= LIKED_FROM)
    .sort((a, b) => b.rating - a.rating || b.eventTime - a.eventTime || a.row - b.row)
    .map(({ row }) => row);
  const counted = said.map((like) => ({ ...like, rating: mean + LIKE_ABOVE_MEAN }));
  return {
    liked: Int32Array.of(...said.map(({ row }) => row), ...best),
    genres: lovedGenres(catalogue, [...rated, ...counted], mean),
  };
}

function ratedRows(catalogue: Catalogue, history: History): RatedRow[] {
  const rated: RatedRow[] = [];
  history.films.visitRated((movieId, rating, eventTime) => {
    const row = catalogue.rowOf(movieId);
    if (row !== undefined) rated.push({ row, rating, eventTime });
  });
  return rated.sort((a, b) => a.row - b.row);
}

/** Films liked and not rated, the latest first. */
function likedRows(catalogue: Catalogue, { films, verdicts }: History): Omit<RatedRow, 'rating'>[] {
  return [...verdicts]
    .flatMap(([movieId, { type, eventTime }]) => {
      const row = catalogue.rowOf(movieId);
      const isRated = (films.get(movieId)?.rating ?? null) !== null;
      return row === undefined || type !== 'like' || isRated ? [] : [{ row, eventTime }];
    })
    .sort((a, b) => b.eventTime - a.eventTime || a.row - b.row);
}

/** What share of the films they rated or liked each genre has. */
export function genreShares(catalogue: Catalogue, history: History): Map<string, number> {
  const seen = [...ratedRows(catalogue, history), ...likedRows(catalogue, history)];
  const shares = new Map<string, number>();
  for (const { row } of seen) {
    for (const genre of catalogue.movies[row]?.genres ?? []) {
      shares.set(genre, (shares.get(genre) ?? 0) + 1 / seen.length);
    }
  }
  return shares;
}

/** By mean distance to the person's mean, shrunk, times ln(1 + films): loved, and often. */
function lovedGenres(catalogue: Catalogue, rated: readonly RatedRow[], mean: number): string[] {
  const sums = new Map<string, { count: number; above: number }>();
  for (const { row, rating } of rated) {
    for (const genre of catalogue.movies[row]?.genres ?? []) {
      const sum = sums.get(genre);
      if (sum === undefined) sums.set(genre, { count: 1, above: rating - mean });
      else {
        sum.count += 1;
        sum.above += rating - mean;
      }
    }
  }
  return [...sums]
    .map(([genre, { count, above }]) => ({
      genre,
      love: (above / (count + GENRE_PRIOR)) * Math.log1p(count),
    }))
    .filter(({ love }) => love > 0)
    .sort((a, b) => b.love - a.love || (a.genre < b.genre ? -1 : 1))
    .map(({ genre }) => genre);
}
