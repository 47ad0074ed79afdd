/** How well a model predicts withheld ratings. */
import type { RatingMatrix } from '../matrix.ts';
import { mae } from '../metrics/mae.ts';
import { rmse } from '../metrics/rmse.ts';
import type { Model } from '../model.ts';
import type { TestUser } from './test-ratings.ts';

export interface RatingMetrics {
  /** Null when nothing is withheld. */
  rmse: number | null;
  mae: number | null;
}

/** Predicts every withheld rating, clipped to the scale of the training ratings, and compares. */
export function measureRating(model: Model, matrix: RatingMatrix, users: readonly TestUser[]): RatingMetrics {
  const [lowest, highest] = scaleOf(matrix);
  const predicted: number[] = [];
  const actual: number[] = [];
  for (const { history, traits, ratings } of users) {
    const person = model.foldIn(history, traits);
    for (const { item, rating } of ratings) {
      predicted.push(Math.min(highest, Math.max(lowest, model.predict(person, item))));
      actual.push(rating);
    }
  }
  return { rmse: rmse(predicted, actual), mae: mae(predicted, actual) };
}

/** The lowest and the highest training rating. */
function scaleOf({ byUser }: RatingMatrix): [lowest: number, highest: number] {
  return byUser.values.reduce<[number, number]>(
    ([lowest, highest], value) => [Math.min(lowest, value), Math.max(highest, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
