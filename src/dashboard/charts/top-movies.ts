/** The films with the most ratings, and those that are rated best. */
import type { Chart, ChartRow, ChartSource, CountedBucket } from '../chart.ts';
import { FEWEST_PEOPLE } from '../people-classes.ts';
import { MEAN, RATINGS } from './shared-columns.ts';

const SHOWN = 10;
const EVERY_FILM = 1_000_000;

/** Ratings at the overall mean that each film is given in advance, so that a few enthusiasts do not make the best film. */
const PRIOR_RATINGS = 25;

const TITLE = { name: 'title', title: { fr: 'Film', en: 'Film' } };
const MOVIE_ID = { name: 'movieId', title: { fr: 'Numéro du film', en: 'Film number' } };

export const mostRated: Chart = {
  id: 'most-rated',
  title: { fr: 'Les dix films les plus notés', en: 'The ten films rated most' },
  columns: [TITLE, RATINGS, MEAN, MOVIE_ID],
  click: { part: 'movieId', column: 'movieId' },
  drawing: {
    mark: { type: 'bar' },
    encoding: {
      y: { field: 'title', type: 'nominal', sort: null },
      x: { field: 'ratings', type: 'quantitative' },
    },
  },
  read: (source) => topMovies(source, ({ count }) => count),
};

export const bestRated: Chart = {
  id: 'best-rated',
  title: {
    fr: 'Les dix films les mieux notés (moyenne bayésienne)',
    en: 'The ten films rated best (Bayesian average)',
  },
  columns: [
    TITLE,
    { name: 'score', title: { fr: 'Moyenne bayésienne', en: 'Bayesian average' }, digits: 2 },
    RATINGS,
    MEAN,
    MOVIE_ID,
  ],
  click: { part: 'movieId', column: 'movieId' },
  drawing: {
    mark: { type: 'bar' },
    encoding: {
      y: { field: 'title', type: 'nominal', sort: null },
      x: { field: 'score', type: 'quantitative' },
    },
  },
  read: (source) =>
    topMovies(
      source,
      ({ count, average }, overall) => (PRIOR_RATINGS * overall + count * average) / (PRIOR_RATINGS + count),
    ),
};

/** Films few people rated are no candidates; which they are is not told, and so nothing is hidden. */
async function topMovies(
  { buckets, catalogue }: ChartSource,
  scoreOf: (film: CountedBucket, overallMean: number) => number,
): Promise<{ rows: ChartRow[]; hidden: number }> {
  const asked = buckets({ kind: 'terms', field: 'movie.movieId', size: EVERY_FILM, orderBy: 'key' });
  const [films, known] = await Promise.all([asked, catalogue()]);
  const ratings = films.reduce((sum, { count }) => sum + count, 0);
  const overall = films.reduce((sum, { count, average }) => sum + count * average, 0) / ratings;
  const titles = new Map(known.map(({ movieId, title }) => [movieId, title]));
  const rows = films
    .filter(({ people }) => people >= FEWEST_PEOPLE)
    .map((film) => ({ film, score: scoreOf(film, overall) }))
    .sort((a, b) => b.score - a.score || Number(a.film.key) - Number(b.film.key))
    .slice(0, SHOWN)
    .map(({ film, score }) => ({
      title: titles.get(Number(film.key)) ?? `${film.key}`,
      score,
      ratings: film.count,
      mean: film.average,
      movieId: film.key,
    }));
  return { rows, hidden: 0 };
}
