/** The films in memory, by row in the order of their ids: what recommending reads on every request. */
import type { MovieId } from '../domain/ids.ts';
import type { MovieSummary } from '../store/store.ts';
import { type Popularity, popularityOf } from './popularity.ts';
import { addRow, createRowSet, type RowSet } from './row-set.ts';

export interface Catalogue {
  readonly movies: readonly MovieSummary[];
  /** The row of a film; undefined for an unknown one. */
  rowOf(movieId: MovieId): number | undefined;
  readonly popularity: Popularity;
  /** The films of each genre, by `genreKey`. */
  readonly rowsOfGenre: ReadonlyMap<string, RowSet>;
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
    rowsOfGenre: rowsByGenre(movies),
  };
}

function rowsByGenre(movies: readonly MovieSummary[]): Map<string, RowSet> {
  const sets = new Map<string, RowSet>();
  for (const [row, { genres }] of movies.entries()) {
    for (const key of genres.map(genreKey)) {
      const set = sets.get(key) ?? createRowSet(movies.length);
      addRow(set, row);
      sets.set(key, set);
    }
  }
  return sets;
}

/** Whether each row holds the same film in both. */
export function haveSameRows(a: Catalogue, b: Catalogue): boolean {
  return (
    a.movies.length === b.movies.length &&
    a.movies.every((movie, row) => movie.movieId === b.movies[row]?.movieId)
  );
}
