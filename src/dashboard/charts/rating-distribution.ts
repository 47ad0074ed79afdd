/** How often each rating was given. */
import type { Chart } from '../chart.ts';
import { hideFew } from '../hide-few.ts';
import { PEOPLE, RATINGS } from './shared-columns.ts';

export const ratingDistribution: Chart = {
  id: 'rating-distribution',
  title: { fr: 'Répartition des notes', en: 'Distribution of ratings' },
  columns: [{ name: 'rating', title: { fr: 'Note', en: 'Rating' } }, RATINGS, PEOPLE],
  click: { part: 'rating', column: 'rating' },
  drawing: {
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'rating', type: 'ordinal', axis: { labelAngle: 0 } },
      y: { field: 'ratings', type: 'quantitative' },
    },
  },
  async read({ buckets }) {
    const asked = await buckets({ kind: 'terms', field: 'rating', size: 100, orderBy: 'key' });
    const { shown, hidden } = hideFew(asked);
    const rows = shown.map(({ key, count, people }) => ({ rating: key, ratings: count, people }));
    return { rows, hidden };
  },
};
