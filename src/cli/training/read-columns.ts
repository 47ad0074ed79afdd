/** Reads the files that an evaluation is about. */
import { MatineeError } from '../../domain/errors.ts';
import type { EvaluationColumns } from '../../model/evaluate/columns.ts';
import { readRatingsFile } from '../../source/ratings-file/read-ratings-file.ts';

/** Rows that cannot be read are named on stderr, and fail the command: a figure must be about all of the file. */
export async function readColumns(path: string): Promise<EvaluationColumns> {
  const { users, items, userPlaces, itemPlaces, values, timestamps, rejected } = await readRatingsFile(path);
  const [first] = rejected.rows;
  if (first !== undefined) {
    throw new MatineeError(
      'BAD_INPUT',
      `${path}: line ${first.line} ${first.reason} (${rejected.count} such rows)`,
      {
        hint: 'correct or remove these rows, so that the figures are about the whole file',
      },
    );
  }
  return {
    users: Array.from(userPlaces, (place) => users[place] ?? ''),
    items: Array.from(itemPlaces, (place) => items[place] ?? ''),
    ratings: values,
    timestamps,
  };
}
