import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Model } from '../model/model.ts';
import { createCatalogue } from './catalogue.ts';
import { applyRating, applyVerdict, emptyHistory } from './history.ts';
import { createModelDouble } from './model.double.ts';
import { createPerson, historyChanged } from './person.ts';
import { recommendToPerson } from './recommend.ts';
import { rowsForPerson } from './rows.ts';
import { createServing } from './served-model.ts';

const SCALE = { minimum: 1, maximum: 5 };
const FILMS = 40;

const films = Array.from({ length: FILMS }, (_, index) => ({
  movieId: 3 * index + 1,
  title: `Film ${index}`,
  genres: index % 2 === 0 ? ['Drama', 'Crime'] : ['Comedy'],
  year: 1980 + index,
  ratings: index,
  meanRating: index === 0 ? null : 1 + (index % 5),
}));
/** Every fourth film is unknown to the model. */
const places = new Map(
  films
    .filter((_, index) => index % 4 !== 3)
    .map(({ movieId }, index) => [movieId, [Math.cos(index), Math.sin(index)] as const]),
);
const model = {
  version: 'v1',
  rating: createModelDouble(places, 'rating'),
  ranking: createModelDouble(places, 'ranking'),
};
const serving = createServing(createCatalogue(films.toReversed()), model);

const ratings = fc.uniqueArray(
  fc.record({ index: fc.nat(FILMS - 1), rating: fc.integer({ min: 1, max: 5 }), hidden: fc.boolean() }),
  { selector: ({ index }) => index, maxLength: 12 },
);

function personOf(list: readonly { index: number; rating: number; hidden: boolean }[]) {
  const history = emptyHistory();
  for (const { index, rating, hidden } of list) {
    const movieId = 3 * index + 1;
    if (hidden) applyVerdict(history, movieId, { type: 'hide', eventTime: 1 });
    else applyRating(history, movieId, { rating, eventTime: index, offset: index });
  }
  return createPerson(history);
}

test('never a film rated or hidden; scores as a sort of the whole catalogue has them', () => {
  fc.assert(
    fc.property(ratings, fc.integer({ min: 1, max: 50 }), (list, n) => {
      const person = personOf(list);
      const { films: shown, strategy } = recommendToPerson(serving, person, { n }, SCALE);
      const seen = new Set(list.map(({ index }) => 3 * index + 1));
      const scoreOf = (movieId: number) => {
        const known = person.folded?.ranking ?? null;
        if (known === null)
          return serving.catalogue.popularity.score[serving.catalogue.rowOf(movieId) ?? -1] ?? 0;
        const item = model.ranking.items.indexOf(movieId);
        return item === undefined ? Number.NaN : model.ranking.predict(known, item);
      };
      const oracle = films
        .map(({ movieId }) => ({ movieId, score: scoreOf(movieId) }))
        .filter(({ movieId, score }) => !seen.has(movieId) && !Number.isNaN(score))
        .sort((a, b) => b.score - a.score || a.movieId - b.movieId)
        .slice(0, n);
      assert.deepEqual(
        shown.map(({ movie, score }) => ({ movieId: movie.movieId, score })),
        oracle,
      );
      assert.equal(strategy, person.folded?.ranking == null ? 'popular' : 'implicit-als');
      const bare = recommendToPerson(serving, person, { n, reasons: false }, SCALE).films;
      assert.deepEqual(
        bare,
        shown.map((film) => ({ ...film, reasons: [] })),
      );
      for (const { predictedRating, reasons } of shown) {
        assert.ok(predictedRating !== null && predictedRating >= 1 && predictedRating <= 5);
        assert.ok(reasons.length > 0);
      }
    }),
    { seed: 3 },
  );
});

test('equal histories give equal answers, whatever the order they came in', () => {
  fc.assert(
    fc.property(ratings, (list) => {
      const answer = (person: ReturnType<typeof personOf>) =>
        recommendToPerson(serving, person, { n: 10, diversity: 0.3 }, SCALE);
      assert.deepEqual(answer(personOf(list)), answer(personOf(list.toReversed())));
    }),
    { seed: 4 },
  );
});

test('rows hold no film twice and none that is out', () => {
  fc.assert(
    fc.property(ratings, (list) => {
      const { rows } = rowsForPerson(serving, personOf(list), 6, SCALE);
      const shown = rows.flatMap(({ films: row }) => row.map(({ movie }) => movie.movieId));
      assert.equal(new Set(shown).size, shown.length);
      for (const { index } of list) assert.ok(!shown.includes(3 * index + 1));
      assert.ok(rows.every(({ films: row }) => row.length > 0 && row.length <= 6));
    }),
    { seed: 5 },
  );
});

test('a film taken back comes back, and leaves no trace in the scores', () => {
  const person = personOf([{ index: 0, rating: 5, hidden: false }]);
  const before = recommendToPerson(serving, person, { n: 40 }, SCALE);
  applyRating(person.history, 4, { rating: 5, eventTime: 50, offset: 50 });
  historyChanged(person);
  const between = recommendToPerson(serving, person, { n: 40 }, SCALE);
  assert.ok(!between.films.some(({ movie }) => movie.movieId === 4));
  assert.notDeepEqual(between.films[0]?.score, before.films[0]?.score);
  applyRating(person.history, 4, { rating: null, eventTime: 51, offset: 51 });
  historyChanged(person);
  assert.deepEqual(recommendToPerson(serving, person, { n: 40 }, SCALE), before);
});

test('without a model the answer is what is popular, and predicts nothing', () => {
  const bare = createServing(serving.catalogue, null);
  const { strategy, modelVersion, films: shown } = recommendToPerson(bare, personOf([]), { n: 3 }, SCALE);
  assert.deepEqual([strategy, modelVersion, shown.length], ['popular', null, 3]);
  assert.equal(shown[0]?.predictedRating, null);
});

test('says what a rating will lie within, on the scale, where the model can tell how sure it is', () => {
  const rating: Model = {
    ...model.rating,
    intervalsFor: (history) => (film) => {
      const expected = model.rating.predict(model.rating.foldIn(history), film);
      return { rating: expected, low: expected - 10, high: expected + 0.25 };
    },
  };
  const sure = createServing(serving.catalogue, { ...model, rating });
  const person = personOf([{ index: 1, rating: 5, hidden: false }]);
  const [plain] = recommendToPerson(serving, person, { n: 1 }, SCALE).films;
  const [first] = recommendToPerson(sure, person, { n: 1 }, SCALE).films;
  assert.equal(plain?.ratingInterval, undefined);
  const high = Math.min(SCALE.maximum, (first?.predictedRating ?? Number.NaN) + 0.25);
  assert.deepEqual(first?.ratingInterval, { low: SCALE.minimum, high });
});
