/** Which films may be shown: a mark for each row of the catalogue that may not. */
import type { MovieId } from '../domain/ids.ts';
import { type Catalogue, genreKey } from './catalogue.ts';

export interface Filters {
  /** Films of any of these genres, whatever the case. */
  genres?: readonly string[];
  /** Both years included; a film without a year fails either. */
  fromYear?: number;
  toYear?: number;
  /** Only these films. */
  allow?: ReadonlySet<MovieId>;
  /** None of these. */
  deny?: ReadonlySet<MovieId>;
}

/** Marks, with 1, the rows that the filters leave out. */
export function markFiltered(excluded: Uint8Array, catalogue: Catalogue, filters: Filters): void {
  const { allow, deny } = filters;
  if (filters.genres !== undefined) markOtherGenres(excluded, catalogue, filters.genres.map(genreKey));
  if (filters.fromYear !== undefined || filters.toYear !== undefined) {
    markOtherYears(excluded, catalogue, filters.fromYear ?? -Infinity, filters.toYear ?? Infinity);
  }
  if (allow !== undefined) {
    catalogue.movies.forEach((movie, row) => {
      if (!allow.has(movie.movieId)) excluded[row] = 1;
    });
  }
  if (deny !== undefined) markMovies(excluded, catalogue, deny);
}

/** Marks the rows of these films; those the catalogue does not have are passed over. */
export function markMovies(excluded: Uint8Array, catalogue: Catalogue, movieIds: Iterable<MovieId>): void {
  for (const movieId of movieIds) {
    const row = catalogue.rowOf(movieId);
    if (row !== undefined) excluded[row] = 1;
  }
}

function markOtherGenres(excluded: Uint8Array, catalogue: Catalogue, wanted: readonly string[]): void {
  catalogue.genreKeys.forEach((genres, row) => {
    if (!wanted.some((genre) => genres.has(genre))) excluded[row] = 1;
  });
}

function markOtherYears(excluded: Uint8Array, catalogue: Catalogue, from: number, to: number): void {
  catalogue.movies.forEach(({ year }, row) => {
    if (year === null || year < from || year > to) excluded[row] = 1;
  });
}
