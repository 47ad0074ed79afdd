/** How well a model predicts withheld ratings. */
import type { RatingMatrix } from '../matrix.ts';
import { mae } from '../metrics/mae.ts';
import { rmse } from '../metrics/rmse.ts';
import type { Model, PersonFactors, RatingInterval } from '../model.ts';
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
    const films = ratings.map(({ item }) => item);
    const sure = model.predictIntervals?.(history, films, traits);
    const guesses =
      sure?.map(({ rating }) => rating) ?? predictAll(model, films, model.foldIn(history, traits));
    for (const [place, { rating }] of ratings.entries()) {
      predicted.push(clip(guesses[place] ?? Number.NaN));
      actual.push(rating);
    }
    for (const { rating, low, high } of sure ?? [])
      intervals.push({ rating: clip(rating), low: clip(low), high: clip(high) });
  }
  return {
    rmse: rmse(predicted, actual),
    mae: mae(predicted, actual),
    ...measureIntervals(intervals, actual, [lowest, highest]),
  };
}

function predictAll(model: Model, films: readonly (number | null)[], person: PersonFactors | null): number[] {
  return films.map((film) => model.predict(person, film));
}

/** The lowest and the highest training rating. */
function scaleOf({ byUser }: RatingMatrix): [lowest: number, highest: number] {
  return byUser.values.reduce<[number, number]>(
    ([lowest, highest], value) => [Math.min(lowest, value), Math.max(highest, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}
