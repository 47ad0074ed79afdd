/** Columns that many charts have. */
import type { ChartColumn, CountedBucket } from '../chart.ts';

export const RATINGS: ChartColumn = { name: 'ratings', title: { fr: 'Notes', en: 'Ratings' } };
export const PEOPLE: ChartColumn = { name: 'people', title: { fr: 'Personnes', en: 'People' } };
export const MEAN: ChartColumn = {
  name: 'mean',
  title: { fr: 'Note moyenne', en: 'Mean rating' },
  digits: 2,
};

/** What a bucket says in these columns. */
export function figures({ count, average, people }: CountedBucket) {
  return { ratings: count, people, mean: average };
}
