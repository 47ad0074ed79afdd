/**
 * What the options of a recommendation do: diversity and exploration at several strengths, through the recommender, on
 * the split ua of MovieLens 100K. What they cost in accuracy beside what they bring.
 */
import { join } from 'node:path';
import { fitModel } from '../src/model/fit-model.ts';
import { withPool } from '../src/model/kernel-pool.ts';
import { createRatingMatrix, type RatingMatrix } from '../src/model/matrix.ts';
import { miscalibration } from '../src/model/metrics/calibration.ts';
import { coverage } from '../src/model/metrics/coverage.ts';
import { intraListDiversity } from '../src/model/metrics/intra-list-diversity.ts';
import { ndcgAtK } from '../src/model/metrics/ndcg.ts';
import { novelty } from '../src/model/metrics/novelty.ts';
import { popularityPercentile } from '../src/model/metrics/popularity-percentile.ts';
import type { Model } from '../src/model/model.ts';
import { openModel } from '../src/model/open-model.ts';
import { defaultModel, defaultParams, quickModel } from '../src/model/params.ts';
import { hashPair } from '../src/model/random.ts';
import { readRatings } from '../src/model/testing/rating-data.ts';
import { createCatalogue } from '../src/recommender/catalogue.ts';
import { applyRating, emptyHistory } from '../src/recommender/history.ts';
import { createPerson, type Person } from '../src/recommender/person.ts';
import { type PersonQuery, recommendToPerson } from '../src/recommender/recommend.ts';
import { createServing, type Serving } from '../src/recommender/served-model.ts';
import type { DataSet } from '../src/source/data-set.ts';
import { readDataSet } from '../src/source/movielens/read-data-set.ts';
import { sharedData } from '../test/data.ts';

const K = 10;
const SEED = 42;
const SCALE = { minimum: 1, maximum: 5 };
const STRENGTHS = [0, 0.1, 0.25, 0.5, 0.75, 1];

interface Candidate {
  person: Person;
  /** Items of their history, and those withheld. */
  history: number[];
  relevant: Set<number>;
}

interface Setting {
  serving: Serving;
  ranking: Model;
  genresOf: (item: number) => readonly string[];
  people: Candidate[];
}

export async function run(): Promise<void> {
  const { dir, skip } = sharedData('ml-100k');
  if (skip !== false) return console.log(skip);
  const dataSet = await readDataSet(dir);
  const [train, withheld] = ['ua.base', 'ua.test'].map((name) => columnsOf(join(dir, name)));
  if (train === undefined || withheld === undefined) return;
  const matrix = createRatingMatrix(train);
  for (const name of [defaultModel('ranking', dataSet.movies.length), quickModel('ranking')]) {
    const setting = await withPool(undefined, async (pool) => {
      const fit = async (task: 'rating' | 'ranking', model: typeof name) =>
        openModel(await fitModel(matrix, defaultParams(model, task), { seed: SEED, pool }));
      const ranking = await fit('ranking', name);
      return createSetting(dataSet, matrix, withheld, ranking, await fit('rating', quickModel('rating')));
    });
    console.log(`\n${name}, ${setting.people.length} people, lists of ${K}`);
    console.log(
      'option           changed  NDCG@10  diversity  novelty  coverage  popularity  miscalibration',
    );
    for (const share of STRENGTHS) report(`diversity ${share}`, setting, () => ({ n: K, diversity: share }));
    for (const share of STRENGTHS) {
      report(`explore ${share}`, setting, (place) => ({
        n: K,
        ...(share === 0 ? {} : { exploration: { share, seed: hashPair(SEED, place) } }),
      }));
    }
  }
}

function columnsOf(path: string) {
  const { users, items, ratings, timestamps } = readRatings(path);
  return { users, movies: Int32Array.from(items, Number), ratings, timestamps };
}

function createSetting(
  dataSet: DataSet,
  matrix: RatingMatrix,
  withheld: ReturnType<typeof columnsOf>,
  ranking: Model,
  rating: Model,
): Setting {
  const genres = new Map(dataSet.movies.map((movie) => [movie.movieId, movie.genres]));
  const films = dataSet.movies.map((movie) => {
    const item = ranking.items.indexOf(movie.movieId);
    return {
      ...movie,
      ratings: (item === undefined ? 0 : ranking.support[item]) ?? 0,
      meanRating: item === undefined ? null : rating.predict(null, item),
    };
  });
  const serving = createServing(createCatalogue(films), { version: 'bench', rating, ranking });
  const relevant = new Map<string, Set<number>>();
  for (const [place, user] of withheld.users.entries()) {
    const movie = withheld.movies[place] ?? 0;
    const known = relevant.get(user) ?? new Set();
    relevant.set(user, known.add(ranking.items.indexOf(movie) ?? -movie));
  }
  const people = matrix.users.ids.flatMap((user, row) => {
    const wanted = relevant.get(user);
    return wanted === undefined ? [] : [{ ...historyOf(matrix, row), relevant: wanted }];
  });
  return { serving, ranking, people, genresOf: (item) => genres.get(ranking.items.ids[item] ?? 0) ?? [] };
}

function historyOf({ byUser, items }: RatingMatrix, row: number): Omit<Candidate, 'relevant'> {
  const [from, to] = [byUser.starts[row] ?? 0, byUser.starts[row + 1] ?? 0];
  const history = [...byUser.columns.subarray(from, to)];
  const person = createPerson(emptyHistory());
  for (const [entry, item] of history.entries()) {
    const rating = byUser.values[from + entry] ?? 0;
    applyRating(person.history, items.ids[item] ?? 0, { rating, eventTime: 0, offset: 0 });
  }
  return { person, history };
}

function report(name: string, setting: Setting, queryOf: (place: number) => PersonQuery): void {
  const { serving, ranking, people, genresOf } = setting;
  const listsFor = (query: (place: number) => PersonQuery) =>
    people.map(({ person }, place) =>
      recommendToPerson(serving, person, query(place), SCALE).films.map(
        ({ movie }) => ranking.items.indexOf(movie.movieId) ?? -1,
      ),
    );
  const lists = listsFor(queryOf);
  const plain = listsFor(() => ({ n: K })).map((list) => new Set(list));
  const changed = lists.flatMap((list, place) => list.filter((item) => plain[place]?.has(item) !== true));
  const ndcg = people.reduce(
    (sum, { relevant }, place) => sum + (ndcgAtK(lists[place] ?? [], relevant, K) ?? 0),
    0,
  );
  const figures: [value: number | null, digits: number, width: number][] = [
    [changed.length / (people.length * K), 3, 7],
    [ndcg / people.length, 4, 7],
    [intraListDiversity(lists, genresOf), 3, 9],
    [novelty(lists, ranking.support), 2, 7],
    [coverage(lists, ranking.items.size), 3, 8],
    [popularityPercentile(lists, ranking.support), 3, 10],
    [
      miscalibration(
        people.map(({ history }, place) => ({ history, list: lists[place] ?? [] })),
        genresOf,
      ),
      3,
      14,
    ],
  ];
  const texts = figures.map(([value, digits, width]) => (value?.toFixed(digits) ?? '').padStart(width));
  console.log([name.padEnd(15), ...texts].join('  '));
}
