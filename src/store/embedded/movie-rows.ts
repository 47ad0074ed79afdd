/** Rows of films, as the port gives them. */
import type { Movie } from '../../domain/movie.ts';
import type { MovieSummary } from '../store.ts';
import { numberOf, numberOrNull, type Row, textOf, textsOf } from './row.ts';

/** The columns that `movieSummaryOf` reads. */
export const SELECT_MOVIES =
  'SELECT movie_id, title, genres, year, ratings, rating_sum FROM movies JOIN movie_state USING (movie_id)';

/** Reads a film of table `movies`. */
export function movieOf(row: Row): Movie {
  return {
    movieId: numberOf(row, 'movie_id'),
    title: textOf(row, 'title'),
    genres: textsOf(row, 'genres'),
    year: numberOrNull(row, 'year'),
  };
}

/** Reads a row of `SELECT_MOVIES`. */
export function movieSummaryOf(row: Row): MovieSummary {
  const ratings = numberOf(row, 'ratings');
  return {
    ...movieOf(row),
    ratings,
    meanRating: ratings === 0 ? null : numberOf(row, 'rating_sum') / ratings,
  };
}
