/** Which films may be shown: the rows of the catalogue that may not, as a set. */
import type { MovieId } from '../domain/ids.ts';
import { type Catalogue, genreKey } from './catalogue.ts';
import { addRow, addRowsBeyond, createRowSet, type RowSet } from './row-set.ts';

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

/** Adds the rows that the filters leave out. */
export function excludeFiltered(excluded: RowSet, catalogue: Catalogue, filters: Filters): void {
  const { allow, deny } = filters;
  if (filters.genres !== undefined) excludeOtherGenres(excluded, catalogue, filters.genres.map(genreKey));
  if (filters.fromYear !== undefined || filters.toYear !== undefined) {
    excludeOtherYears(excluded, catalogue, filters.fromYear ?? -Infinity, filters.toYear ?? Infinity);
  }
  if (allow !== undefined) {
    const allowed = createRowSet(catalogue.movies.length);
    excludeMovies(allowed, catalogue, allow);
    addRowsBeyond(excluded, [allowed]);
  }
  if (deny !== undefined) excludeMovies(excluded, catalogue, deny);
}

/** Adds the rows of these films; those the catalogue does not have are passed over. */
export function excludeMovies(excluded: RowSet, catalogue: Catalogue, movieIds: Iterable<MovieId>): void {
  for (const movieId of movieIds) {
    const row = catalogue.rowOf(movieId);
    if (row !== undefined) addRow(excluded, row);
  }
}

function excludeOtherGenres(excluded: RowSet, catalogue: Catalogue, wanted: readonly string[]): void {
  addRowsBeyond(
    excluded,
    wanted.flatMap((genre) => catalogue.rowsOfGenre.get(genre) ?? []),
  );
}

function excludeOtherYears(excluded: RowSet, catalogue: Catalogue, from: number, to: number): void {
  catalogue.movies.forEach(({ year }, row) => {
    if (year === null || year < from || year > to) addRow(excluded, row);
  });
}
