/** The scale of the ratings that a store holds, for a process that has not read the data set itself. */
import type { Store } from '../../store/store.ts';
import { HALF_STARS, type RatingScale, WHOLE_STARS } from '../source/open-data-set.ts';

/** Half stars as soon as there is one, or while there is nothing to tell by. */
export async function ratingScaleOf(store: Pick<Store, 'aggregate'>): Promise<RatingScale> {
  const buckets = await store.aggregate({ groupBy: { kind: 'histogram', field: 'rating', interval: 0.5 } });
  const wholeOnly = buckets.every(({ key, count }) => count === 0 || Number.isInteger(Number(key)));
  return buckets.length > 0 && wholeOnly ? WHOLE_STARS : HALF_STARS;
}
