/** Bayesian matrix factorisation keeps the contract of models, learns from features, and knows how sure it is. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { createPool } from '../../../kernel/pool.ts';
import { sharedData } from '../../../test/data.ts';
import { measureRating } from '../evaluate/measure-rating.ts';
import { groupTestRatings, trainingHistory } from '../evaluate/test-ratings.ts';
import { fitModel } from '../fit-model.ts';
import { createRatingMatrix, type RatingMatrix } from '../matrix.ts';
import { openModel } from '../open-model.ts';
import { createNormal, hashPair } from '../random.ts';
import type { RatingColumns } from '../ratings.ts';
import { describeModelContract } from '../recommender.contract.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { columnsOf, type RatingRow, readRatings, tasteRatings } from '../testing/rating-data.ts';

const params = { model: 'bayesian-als', rank: 4, iterations: 60, burnIn: 20, thinning: 5 } as const;

describeModelContract({ params, personal: true, quality: null });

const SEED = 1;
const options = { seed: SEED, pool: testPool };

/** Ratings that a trait of people and one of films explain: those of a kind like each other. */
function kinRatings(users: number, movies: number): RatingRow[] {
  const rows: RatingRow[] = [];
  for (let user = 0; user < users; user++) {
    for (let movie = 1; movie <= movies; movie++) {
      if (hashPair(user, movie) % 3 === 0) rows.push([`user ${user}`, movie, user % 2 === movie % 2 ? 5 : 1]);
    }
  }
  return rows;
}

describe('bayesian-als', () => {
  test('the same bits on one thread, on two and on three, and others by another seed', async () => {
    const matrix = createRatingMatrix(tasteRatings(40, 30));
    const expected = await fitModel(matrix, params, options);
    for (const threads of [1, 3]) {
      const pool = createPool(threads);
      assert.deepEqual(await fitModel(matrix, params, { seed: SEED, pool }), expected);
      await pool.close();
    }
    const other = await fitModel(matrix, params, { seed: 2, pool: testPool });
    assert.notDeepEqual(other.factors, expected.factors);
  });

  test('a run stopped early is what a shorter one gives', async () => {
    const matrix = createRatingMatrix(tasteRatings(20, 15));
    const shorter = { ...params, iterations: 40 };
    const states = new Map<number, unknown>();
    await fitModel(matrix, params, {
      ...options,
      onStep: (step) => states.set(step.iteration, step.state()),
    });
    assert.deepEqual(states.get(40), await fitModel(matrix, shorter, options));
    assert.equal(states.size, params.iterations);
  });

  test('a run shorter than its burn-in keeps its last draw', async () => {
    const matrix = createRatingMatrix(tasteRatings(20, 15));
    const { posterior } = await fitModel(matrix, { ...params, iterations: 3 }, options);
    assert.equal(posterior?.draws, 1);
  });

  test('traits of a person speak for them before their ratings do', async () => {
    const people = new Map(Array.from({ length: 40 }, (_, user) => [`user ${user}`, [`kind ${user % 2}`]]));
    const films = new Map(Array.from({ length: 40 }, (_, film) => [film + 1, [`kind ${(film + 1) % 2}`]]));
    const matrix = createRatingMatrix(columnsOf(kinRatings(40, 40)));
    const model = openModel(await fitModel(matrix, params, { ...options, traits: { people, films } }));
    const rating = (trait: string, item: number) =>
      model.predict(model.foldIn([{ item: 4, rating: 3 }], [trait]), item);
    for (const item of [10, 11]) {
      const [kin, stranger] = item % 2 === 0 ? ['kind 1', 'kind 0'] : ['kind 0', 'kind 1'];
      assert.ok(rating(kin, item) > rating(stranger, item) + 0.1, `item ${item}`);
    }
    const explained = model.explainFor([{ item: 4, rating: 3 }], ['kind 1'])?.(10);
    assert.ok(Math.abs((explained?.score ?? Number.NaN) - rating('kind 1', 10)) < 1e-9);
    assert.equal(explained?.contributions.length, 1);
    assert.equal(rating('kind nobody has', 10), model.predict(model.foldIn([{ item: 4, rating: 3 }]), 10));
  });

  for (const [name, rows] of [
    ['one rating', [['a', 1, 4]]],
    ['ratings that are all equal', kinRatings(8, 6).map(([user, movie]): RatingRow => [user, movie, 3])],
    [
      'a user and a film with one rating each',
      [...kinRatings(8, 6), ['lone', 1, 5], ['user 0', 99, 1]] satisfies RatingRow[],
    ],
  ] satisfies [string, RatingRow[]][]) {
    test(`stays finite for ${name}, at a rank above the data`, async () => {
      const matrix = createRatingMatrix(columnsOf(rows));
      const model = openModel(await fitModel(matrix, { ...params, rank: 12 }, options));
      const history = trainingHistory(matrix, matrix.users.ids[0] ?? '');
      assert.ok(model.scoreItems(model.foldIn(history)).every(Number.isFinite));
    });
  }
});

describe('intervals of bayesian-als', () => {
  /** Biases and noise of a standard deviation of 1 for even users and of a quarter for odd ones. */
  function noisyRatings(seed: number): RatingRow[] {
    const noise = createNormal(seed);
    const rows: RatingRow[] = [];
    for (let user = 0; user < 120; user++) {
      for (let movie = 1; movie <= 60; movie++) {
        if (hashPair(hashPair(user, movie), seed) % 2 === 0)
          rows.push([`user ${user}`, movie, Math.sin(movie) + noise() * (user % 2 === 0 ? 1 : 0.25)]);
      }
    }
    return rows;
  }

  async function fitted(): Promise<{ matrix: RatingMatrix; model: ReturnType<typeof openModel> }> {
    const matrix = createRatingMatrix(columnsOf(noisyRatings(1)));
    return { matrix, model: openModel(await fitModel(matrix, params, options)) };
  }

  test('hold nine of ten new ratings, and are narrower for people who are easier to predict', async () => {
    const { matrix, model } = await fitted();
    const fresh = noisyRatings(2);
    const widths = [0, 0];
    let held = 0;
    for (const [user, movie, rating] of fresh) {
      const interval = model.intervalsFor?.(trainingHistory(matrix, user))(movie - 1);
      assert.ok(interval !== undefined);
      if (rating >= interval.low && rating <= interval.high) held++;
      const parity = Number(user.slice(5)) % 2;
      widths[parity] = (widths[parity] ?? 0) + interval.high - interval.low;
    }
    const coverage = held / fresh.length;
    assert.ok(coverage > 0.87 && coverage < 0.93, `coverage is ${coverage}`);
    assert.ok((widths[0] ?? 0) > 1.5 * (widths[1] ?? 0), `widths are ${widths}`);
  });

  test('lie around what is predicted, wider for a film or a person not known', async () => {
    const { matrix, model } = await fitted();
    const history = trainingHistory(matrix, 'user 1');
    const [known, unknown] = [3, null].map((film) => model.intervalsFor?.(history)(film));
    const stranger = model.intervalsFor?.([])(3);
    assert.ok(known !== undefined && unknown !== undefined && stranger !== undefined);
    assert.equal(known.rating, model.predict(model.foldIn(history), 3));
    assert.equal(stranger.rating, model.predict(null, 3));
    assert.ok(Math.abs(known.low + known.high - 2 * known.rating) < 1e-9);
    for (const wider of [unknown, stranger]) assert.ok(wider.high - wider.low > known.high - known.low);
  });
});

const data = sharedData('ml-100k');
test('a short chain reaches 0.9 on u1, with honest and sharp intervals', { skip: data.skip }, async () => {
  const numbered = (name: string): RatingColumns => {
    const { items, ...columns } = readRatings(join(data.dir, name));
    return { ...columns, movies: Int32Array.from(items, Number) };
  };
  const matrix = createRatingMatrix(numbered('u1.base'));
  const short = { ...params, rank: 6, iterations: 80, burnIn: 40 };
  const model = openModel(await fitModel(matrix, short, options));
  const users = groupTestRatings(matrix, numbered('u1.test'));
  const metrics = measureRating(model, matrix, users);
  const { rmse, intervalCoverage = 0, intervalWidth = 0, constantIntervalWidth = 0 } = metrics;
  assert.ok((rmse ?? Number.NaN) <= 0.9, `RMSE is ${rmse}`);
  assert.ok(intervalCoverage >= 0.88 && intervalCoverage <= 0.92, `coverage is ${intervalCoverage}`);
  assert.ok(intervalWidth < constantIntervalWidth, `${intervalWidth} beside ${constantIntervalWidth}`);
});
