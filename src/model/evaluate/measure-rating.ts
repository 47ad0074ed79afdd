/** How well a model predicts withheld ratings. */
import type { RatingMatrix } from '../matrix.ts';
import { mae } from '../metrics/mae.ts';
import { rmse } from '../metrics/rmse.ts';
import type { Model, RatingInterval } from '../model.ts';
import { type IntervalMetrics, measureIntervals } from './measure-intervals.ts';
import type { TestUser } from './test-ratings.ts';

export interface RatingMetrics extends Partial<IntervalMetrics> {
  /** Null when nothing is withheld. */
  rmse: number | null;
  mae: number | null;
}

/**
 * Predicts every withheld rating, clipped to the scale of the training ratings, and compares. Intervals are measured of
 * a model that has them.
 */
export function measureRating(model: Model, matrix: RatingMatrix, users: readonly TestUser[]): RatingMetrics {
  const [lowest, highest] = scaleOf(matrix);
  const clip = (value: number) => Math.min(highest, Math.max(lowest, value));
  const predicted: number[] = [];
  const actual: number[] = [];
  const intervals: RatingInterval[] = [];
  for (const { history, traits, ratings } of users) {
    const intervalOf = model.intervalsFor?.(history, traits);
    const person = intervalOf === undefined ? model.foldIn(history, traits) : null;
    for (const { item, rating } of ratings) {
      const interval = intervalOf?.(item);
      predicted.push(clip(interval?.rating ?? model.predict(person, item)));
      actual.push(rating);
      if (interval === undefined) continue;
      intervals.push({ rating: clip(interval.rating), low: clip(interval.low), high: clip(interval.high) });
    }
  }
  return {
    rmse: rmse(predicted, actual),
    mae: mae(predicted, actual),
    ...measureIntervals(intervals, actual, [lowest, highest]),
  };
}

/** The lowest and the highest training rating. */
function scaleOf({ byUser }: RatingMatrix): [lowest: number, highest: number] {
  return byUser.values.reduce<[number, number]>(
    ([lowest, highest], value) => [Math.min(lowest, value), Math.max(highest, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
