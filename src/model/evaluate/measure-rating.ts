/** How well a model predicts withheld ratings. */
import type { TrainedPeople } from '../als/trained-people.ts';
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

/** A user's withheld ratings as they were predicted, in the order of `user.ratings`. */
export interface PredictedUser {
  user: TestUser;
  predicted: number[];
  /** Empty from a model that has none. */
  intervals: RatingInterval[];
}

/** How well a model predicts for these users; as `predictForUsers`. */
export function measureRating(
  model: Model,
  matrix: RatingMatrix,
  users: readonly TestUser[],
  people?: TrainedPeople,
): RatingMetrics {
  return ratingMetrics(matrix, predictForUsers(model, matrix, users, people));
}

/**
 * Predicts every withheld rating, clipped to the scale of the training ratings as its interval is. Whom `people` does
 * not have is folded in.
 */
export function predictForUsers(
  model: Model,
  matrix: RatingMatrix,
  users: readonly TestUser[],
  people?: TrainedPeople,
): PredictedUser[] {
  const [lowest, highest] = scaleOf(matrix);
  const clip = (value: number) => Math.min(highest, Math.max(lowest, value));
  return users.map((user) => {
    const { history, traits, ratings } = user;
    const intervalOf = model.intervalsFor?.(history, traits);
    if (intervalOf === undefined) {
      const person = people?.(user.user) ?? model.foldIn(history, traits);
      return { user, predicted: ratings.map(({ item }) => clip(model.predict(person, item))), intervals: [] };
    }
    const intervals = ratings.map(({ item }) => {
      const { rating, low, high } = intervalOf(item);
      return { rating: clip(rating), low: clip(low), high: clip(high) };
    });
    return { user, predicted: intervals.map(({ rating }) => rating), intervals };
  });
}

/** Intervals are measured of a model that has them. */
export function ratingMetrics(matrix: RatingMatrix, users: readonly PredictedUser[]): RatingMetrics {
  const predicted: number[] = [];
  const actual: number[] = [];
  for (const { user, predicted: ofUser } of users) {
    for (const value of ofUser) predicted.push(value);
    for (const { rating } of user.ratings) actual.push(rating);
  }
  const intervals = users.flatMap((user) => user.intervals);
  return {
    rmse: rmse(predicted, actual),
    mae: mae(predicted, actual),
    ...measureIntervals(intervals, actual, scaleOf(matrix)),
  };
}

/** The lowest and the highest training rating. */
function scaleOf({ byUser }: RatingMatrix): [lowest: number, highest: number] {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (let entry = 0; entry < byUser.values.length; entry++) {
    const value = byUser.values[entry] ?? 0;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  return [lowest, highest];
}
