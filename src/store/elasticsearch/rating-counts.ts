/** How often each film was rated, and its mean: from the ratings themselves, kept for a moment for searches. */
import type { Client } from '@elastic/elasticsearch';
import type { MovieId } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import type { MovieSummary } from '../store.ts';
import { aggregate } from './aggregate.ts';

export interface RatingCount {
  ratings: number;
  meanRating: number;
}

export type RatingCounts = ReadonlyMap<MovieId, RatingCount>;

/** The counts of all films, or of these. */
export async function countRatings(
  client: Client,
  index: string,
  movieIds?: readonly MovieId[],
): Promise<RatingCounts> {
  const buckets = await aggregate(client, index, {
    groupBy: { kind: 'terms', field: 'movie.movieId', size: Number.MAX_SAFE_INTEGER, orderBy: 'key' },
    ...(movieIds === undefined ? {} : { filter: { terms: { 'movie.movieId': movieIds } } }),
  });
  return new Map(
    buckets.map(({ key, count, average }) => [Number(key), { ratings: count, meanRating: average }]),
  );
}

export function summaryOf(movie: Movie, counts: RatingCounts): MovieSummary {
  const count = counts.get(movie.movieId);
  return { ...movie, ratings: count?.ratings ?? 0, meanRating: count?.meanRating ?? null };
}
