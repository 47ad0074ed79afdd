/** How many films came out in each year, and how often they were rated. */
import type { MovieSummary } from '../../store/store.ts';
import type { Chart } from '../chart.ts';
import { hideFew } from '../hide-few.ts';
import { RATINGS } from './shared-columns.ts';

export const releaseYears: Chart = {
  id: 'release-years',
  title: { fr: 'Films par année de sortie', en: 'Films by year of release' },
  columns: [
    { name: 'year', title: { fr: 'Année', en: 'Year' } },
    { name: 'movies', title: { fr: 'Films au catalogue', en: 'Films in the catalogue' } },
    RATINGS,
    { name: 'decade', title: { fr: 'Décennie', en: 'Decade' } },
  ],
  click: { part: 'decade', column: 'decade' },
  drawing: {
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'year', type: 'ordinal', axis: { labelAngle: -90 } },
      y: { field: 'movies', type: 'quantitative' },
    },
  },
  async read({ buckets, catalogue }) {
    const asked = buckets({ kind: 'histogram', field: 'movie.year', interval: 1 });
    const [byYear, films] = await Promise.all([asked, catalogue()]);
    const { shown, hidden } = hideFew(byYear);
    const ratings = new Map(shown.map(({ key, count }) => [Number(key), count]));
    const rows = [...countByYear(films)].map(([year, movies]) => ({
      year,
      movies,
      ratings: ratings.get(year) ?? null,
      decade: Math.floor(year / 10) * 10,
    }));
    return { rows, hidden };
  },
};

/** Films by year, in its order; those without one are left out. */
function countByYear(films: readonly MovieSummary[]): Map<number, number> {
  const years = films.flatMap(({ year }) => (year === null ? [] : [year])).sort((a, b) => a - b);
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return counts;
}
