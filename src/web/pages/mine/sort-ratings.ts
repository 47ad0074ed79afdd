/** The orders in which a person may look at their ratings. */
import type { OwnRating } from '../../rating/rating-change.ts';

export const RATING_ORDERS = ['latest', 'best', 'byTitle'] as const;
export type RatingOrder = (typeof RATING_ORDERS)[number];

const BY: Readonly<Record<RatingOrder, (a: OwnRating, b: OwnRating) => number>> = {
  latest: (a, b) => b.timestamp - a.timestamp,
  best: (a, b) => b.rating - a.rating || b.timestamp - a.timestamp,
  byTitle: (a, b) => a.title.localeCompare(b.title),
};

export function sortRatings(ratings: readonly OwnRating[], order: RatingOrder): OwnRating[] {
  return ratings.toSorted(BY[order]);
}
