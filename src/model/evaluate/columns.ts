/** Ratings as an evaluation gets them from files: ids of users and items as text, whatever they look like. */
import type { RatingColumns } from '../ratings.ts';
import { createVocabulary } from '../vocabulary.ts';

export interface EvaluationColumns {
  users: readonly string[];
  items: readonly string[];
  /** 1 for every entry where the data has no ratings. */
  ratings: ArrayLike<number>;
  /** Epoch seconds; 0 for every entry where the data has no times. */
  timestamps: ArrayLike<number>;
}

/**
 * Gives items numbers, as models have them: those of the training part by their ids in order, so that the result does not depend
 * on the order of the files, then the others as they come.
 */
export function createItemNumbers(train: EvaluationColumns): (columns: EvaluationColumns) => RatingColumns {
  const numbers = new Map(createVocabulary(train.items).ids.map((id, row) => [id, row + 1]));
  return ({ users, items, ratings, timestamps }) => ({
    users,
    movies: Int32Array.from(items, (id) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return number;
    }),
    ratings,
    timestamps,
  });
}
