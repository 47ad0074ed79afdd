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
  /** The same object in catalogues that differ by counts and means of ratings alone: what was said of rows stays true. */
  readonly layout: Layout;
}

export type Layout = Pick<Catalogue, 'rowOf' | 'rowsOfGenre'>;

/** How genres are compared: without regard to case. */
export function genreKey(genre: string): string {
  return genre.toLowerCase();
}

/** The catalogue of these films, whatever their order; it has the layout of the one before where that still holds. */
export function createCatalogue(films: readonly MovieSummary[], before?: Catalogue): Catalogue {
  const movies = films.toSorted((a, b) => a.movieId - b.movieId);
  const isKept = before !== undefined && haveSameRows(movies, before.movies);
  const layout = isKept ? before.layout : layOut(movies);
  return { movies, popularity: popularityOf(movies), ...layout, layout };
}

function layOut(movies: readonly MovieSummary[]): Layout {
  const rows = new Map(movies.map((movie, row) => [movie.movieId, row]));
  return { rowOf: (movieId) => rows.get(movieId), rowsOfGenre: rowsByGenre(movies) };
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

/** Whether each row holds the same film in both, of the same genres. */
function haveSameRows(a: readonly MovieSummary[], b: readonly MovieSummary[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ movieId, genres }, row) => {
      const other = b[row];
      return other?.movieId === movieId && other.genres.join() === genres.join();
    })
  );
}
