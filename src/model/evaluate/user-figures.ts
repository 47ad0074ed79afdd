/** What each user adds to the figure that a model is judged by: for intervals, and for seeing whom it serves well. */
import { ndcgAtK } from '../metrics/ndcg.ts';
import type { UserFigure } from './bootstrap.ts';
import type { RankedUser } from './measure-ranking.ts';
import type { PredictedUser } from './measure-rating.ts';

export interface ActiveUserFigure extends UserFigure {
  /** How many ratings the user has in training. */
  trainRatings: number;
}

/** Squared errors: the mean is that of the RMSE before its root. */
export function errorFigures(users: readonly PredictedUser[]): ActiveUserFigure[] {
  return users.map(({ user, predicted }) => ({
    sum: user.ratings.reduce((sum, { rating }, place) => sum + ((predicted[place] ?? 0) - rating) ** 2, 0),
    count: user.ratings.length,
    trainRatings: user.history.length,
  }));
}

/** NDCG@k. */
export function ndcgFigures(users: readonly RankedUser[], k: number): ActiveUserFigure[] {
  return users.map(({ user, list, relevant }) => ({
    sum: ndcgAtK(list, relevant, k) ?? 0,
    count: 1,
    trainRatings: user.history.length,
  }));
}
