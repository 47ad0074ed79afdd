/** How many ratings each week had. */
import type { Chart } from '../chart.ts';
import { hideFew } from '../hide-few.ts';
import { figures, MEAN, PEOPLE, RATINGS } from './shared-columns.ts';

const DATE_LENGTH = 'yyyy-MM-dd'.length;

export const ratingsOverTime: Chart = {
  id: 'ratings-over-time',
  title: { fr: 'Notes au fil du temps', en: 'Ratings over time' },
  columns: [{ name: 'week', title: { fr: 'Semaine du', en: 'Week of' } }, RATINGS, PEOPLE, MEAN],
  click: { part: 'month', column: 'week' },
  drawing: {
    mark: { type: 'line', point: true },
    encoding: {
      x: { field: 'week', type: 'temporal' },
      y: { field: 'ratings', type: 'quantitative' },
    },
  },
  async read({ buckets }) {
    const { shown, hidden } = hideFew(await buckets({ kind: 'date_histogram', interval: 'week' }));
    const rows = shown.map((bucket) => ({
      week: new Date(Number(bucket.key) * 1_000).toISOString().slice(0, DATE_LENGTH),
      ...figures(bucket),
    }));
    return { rows, hidden };
  },
};
