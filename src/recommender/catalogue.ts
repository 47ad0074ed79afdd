/** The films in memory, by row in the order of their ids: what recommending reads on every request. */
import type { MovieId } from '../domain/ids.ts';
import type { MovieSummary } from '../store/store.ts';
import { type Popularity, popularityOf } from './popularity.ts';

export interface Catalogue {
  readonly movies: readonly MovieSummary[];
  /** The row of a film; undefined for an unknown one. */
  rowOf(movieId: MovieId): number | undefined;
  readonly popularity: Popularity;
  /** Each film's genres, folded by `genreKey`. */
  readonly genreKeys: readonly ReadonlySet<string>[];
}

/** How genres are compared: without regard to case. */
export function genreKey(genre: string): string {
  return genre.toLowerCase();
}

/** The catalogue of these films, whatever their order. */
export function createCatalogue(films: readonly MovieSummary[]): Catalogue {
  const movies = films.toSorted((a, b) => a.movieId - b.movieId);
  const rows = new Map(movies.map((movie, row) => [movie.movieId, row]));
  return {
    movies,
    rowOf: (movieId) => rows.get(movieId),
    popularity: popularityOf(movies),
    genreKeys: movies.map((movie) => new Set(movie.genres.map(genreKey))),
  };
}

/** Whether each row holds the same film in both. */
export function haveSameRows(a: Catalogue, b: Catalogue): boolean {
  return (
    a.movies.length === b.movies.length &&
    a.movies.every((movie, row) => movie.movieId === b.movies[row]?.movieId)
  );
}
