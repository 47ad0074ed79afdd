/** Reads a data folder as an evaluation takes it: its ratings in file order, and the genres of its films. */
import { MatineeError } from '../../domain/errors.ts';
import type { EvaluationColumns } from '../../model/evaluate/columns.ts';
import { ratingValueAt } from '../../source/data-set.ts';
import { readDataSet } from '../../source/movielens/read-data-set.ts';

export interface DataColumns {
  ratings: EvaluationColumns;
  /** By the ids that the ratings have. */
  genres: ReadonlyMap<string, readonly string[]>;
}

/** Rejects as `readDataSet` does, and for a rating that cannot be read: a figure must be about all of them. */
export async function readDataColumns(dir: string): Promise<DataColumns> {
  const { users, movies, ratings, rejected } = await readDataSet(dir);
  const [first] = rejected.rows;
  if (first !== undefined) {
    throw new MatineeError(
      'BAD_INPUT',
      `${dir}: ${first.file} line ${first.line} ${first.reason} (${rejected.count} such rows)`,
      { hint: 'correct or remove these rows, so that the figures are about the whole data set' },
    );
  }
  return {
    ratings: {
      users: Array.from(ratings.users, (place) => users[place]?.userId ?? ''),
      items: Array.from(ratings.movies, (place) => String(movies[place]?.movieId ?? '')),
      ratings: Float32Array.from(ratings.values, (_, place) => ratingValueAt(ratings, place)),
      timestamps: ratings.timestamps,
    },
    genres: new Map(movies.map(({ movieId, genres }) => [String(movieId), genres])),
  };
}
