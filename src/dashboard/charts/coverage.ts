/** How the ratings spread over the catalogue: what share of them the most rated films have (Lorenz 1905, from the top). */
import type { Chart } from '../chart.ts';

const EVERY_FILM = 1_000_000;
const POINTS = 50;

export const coverage: Chart = {
  id: 'coverage',
  title: { fr: 'Couverture du catalogue', en: 'Coverage of the catalogue' },
  columns: [
    {
      name: 'films',
      title: { fr: '% du catalogue, du plus au moins noté', en: '% of the catalogue, most rated first' },
      digits: 0,
    },
    { name: 'ratings', title: { fr: '% des notes', en: '% of the ratings' }, digits: 1 },
  ],
  drawing: {
    mark: { type: 'line' },
    encoding: {
      x: { field: 'films', type: 'quantitative' },
      y: { field: 'ratings', type: 'quantitative', scale: { domain: [0, 100] } },
    },
  },
  async read({ buckets, catalogue }) {
    const asked = buckets({ kind: 'terms', field: 'movie.movieId', size: EVERY_FILM, orderBy: 'count' });
    const [films, known] = await Promise.all([asked, catalogue()]);
    const size = Math.max(known.length, films.length);
    const sums = [0];
    for (const { count } of films) sums.push((sums.at(-1) ?? 0) + count);
    const all = sums.at(-1) ?? 0;
    if (all === 0) return { rows: [], hidden: 0 };
    const rows = Array.from({ length: POINTS + 1 }, (_, point) => {
      const first = Math.round((size * point) / POINTS);
      return { films: (100 * point) / POINTS, ratings: (100 * (sums[first] ?? all)) / all };
    });
    return { rows, hidden: 0 };
  },
};
