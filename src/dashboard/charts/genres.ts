/** How each genre is rated. */
import type { Chart } from '../chart.ts';
import { hideFew } from '../hide-few.ts';
import { figures, MEAN, PEOPLE, RATINGS } from './shared-columns.ts';

const EVERY_GENRE = 1_000;

export const genres: Chart = {
  id: 'genres',
  title: { fr: 'Note moyenne par genre', en: 'Mean rating by genre' },
  columns: [{ name: 'genre', title: { fr: 'Genre', en: 'Genre' } }, MEAN, RATINGS, PEOPLE],
  click: { part: 'genre', column: 'genre' },
  drawing: {
    mark: { type: 'point' },
    encoding: {
      y: { field: 'genre', type: 'nominal', sort: '-x' },
      x: { field: 'mean', type: 'quantitative', scale: { zero: false } },
      size: { field: 'ratings', type: 'quantitative' },
    },
  },
  async read({ buckets }) {
    const asked = await buckets({
      kind: 'terms',
      field: 'movie.genres',
      size: EVERY_GENRE,
      orderBy: 'average',
    });
    const { shown, hidden } = hideFew(asked);
    return { rows: shown.map((bucket) => ({ genre: bucket.key, ...figures(bucket) })), hidden };
  },
};
