/**
 * A data set in memory: films, people, and ratings as parallel columns (16 bytes a rating, so that 20 million take
 * 320 MB). Whatever was read, generated or shipped ends up in this one shape.
 */
import type { Movie } from '../domain/movie.ts';
import type { SourceUser } from '../domain/person.ts';
import type { SourceRating } from '../domain/rating.ts';
import type { RejectionReport } from './rejections.ts';

/** Ratings in file order: entry i of each column belongs to rating i. */
export interface RatingTable {
  readonly length: number;
  /** Places in `DataSet.users`. */
  readonly users: Int32Array;
  /** Places in `DataSet.movies`. */
  readonly movies: Int32Array;
  /** On the scale of the data set, as single-precision numbers: halves and quarters are exact. */
  readonly values: Float32Array;
  /** Epoch seconds, to the year 2106. */
  readonly timestamps: Uint32Array;
}

export type DataSetLayout =
  | 'movielens-100k'
  | 'movielens-1m'
  | 'movielens-10m'
  | 'movielens-csv'
  | 'generated';

export interface DataSet {
  /** The folder's name, or `sample`. */
  readonly name: string;
  readonly layout: DataSetLayout;
  /** Whether the ratings come from a generator and no person gave them. Interfaces must say so. */
  readonly simulated: boolean;
  /** SHA-256 (hex) over names, contents and counts: tells a home which data set it was built from. */
  readonly fingerprint: string;
  readonly movies: readonly Movie[];
  readonly users: readonly SourceUser[];
  readonly ratings: RatingTable;
  /** Rows that could not be read. */
  readonly rejected: RejectionReport;
}

/** A rating value as decimal notation has it: 3.7 is kept as the nearest single and shown as 3.7 again. */
export function ratingValueAt(ratings: RatingTable, ordinal: number): number {
  const value = ratings.values[ordinal] ?? 0;
  return Number.isInteger(value * 4) ? value : Number(value.toPrecision(7));
}

/** The rating at an ordinal (from 0, in file order); null past the end. */
export function recordAt(dataSet: DataSet, ordinal: number): SourceRating | null {
  const { ratings, users, movies } = dataSet;
  const user = users[ratings.users[ordinal] ?? -1];
  const movie = movies[ratings.movies[ordinal] ?? -1];
  if (user === undefined || movie === undefined) return null;
  return {
    user,
    movie,
    rating: ratingValueAt(ratings, ordinal),
    timestamp: ratings.timestamps[ordinal] ?? 0,
  };
}

/** At most `count` ratings from an ordinal on, in file order. */
export function readRecords(dataSet: DataSet, fromOrdinal: number, count: number): SourceRating[] {
  const records: SourceRating[] = [];
  for (let ordinal = fromOrdinal; ordinal < fromOrdinal + count; ordinal += 1) {
    const record = recordAt(dataSet, ordinal);
    if (record === null) break;
    records.push(record);
  }
  return records;
}
