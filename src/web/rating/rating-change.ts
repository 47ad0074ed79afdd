/** Changes of ratings that the server has not answered yet, laid over what it said last. */
import type { OwnRatingsAnswer } from '../../api/schemas/rating.ts';

export type OwnRating = OwnRatingsAnswer['results'][number];

/** A film as a list shows it. */
export type ListedMovie = Pick<OwnRating, 'movieId' | 'title' | 'genres' | 'year'>;

export interface RatingChange {
  movie: ListedMovie;
  /** Null takes the rating back. */
  rating: number | null;
  /** Epoch seconds. */
  at: number;
}

/** The person's ratings once `changes` are accepted, in their order; changed ones come first, as the latest. */
export function applyChanges(ratings: readonly OwnRating[], changes: readonly RatingChange[]): OwnRating[] {
  const list = [...ratings];
  for (const { movie, rating, at } of changes) {
    const { movieId, title, genres, year } = movie;
    const index = list.findIndex((own) => own.movieId === movieId);
    if (rating === null) {
      if (index !== -1) list.splice(index, 1);
      continue;
    }
    const changed: OwnRating = { movieId, title, genres, year, rating, timestamp: at };
    if (index === -1) list.unshift(changed);
    else list[index] = changed;
  }
  return list;
}

export function isRatingChange(value: unknown): value is RatingChange {
  return (
    typeof value === 'object' && value !== null && 'movie' in value && 'rating' in value && 'at' in value
  );
}
