/** Several models on one split, and intervals that hold what they claim. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNormal } from '../random.ts';
import { tasteRatings } from '../testing/rating-data.ts';
import { bootstrapInterval } from './bootstrap.ts';
import { compare } from './compare.ts';
import { mainFigure } from './evaluate.ts';

test('the interval of a mean of normal draws is about two standard errors to either side', () => {
  const normal = createNormal(7);
  const figures = Array.from({ length: 400 }, () => ({ sum: 10 + normal(), count: 1 }));
  const interval = bootstrapInterval(figures, 1);
  assert.ok(interval !== null);
  const width = interval.high - interval.low;
  assert.ok(Math.abs(width - (2 * 1.96) / Math.sqrt(400)) < 0.04, `width ${width}`);
  assert.ok(interval.low < 10.05 && interval.high > 9.95);
  assert.deepEqual(bootstrapInterval(figures, 1), interval);
  assert.equal(bootstrapInterval([], 1), null);
});

const { users, movies, ratings, timestamps } = tasteRatings(60, 40);
const part = (keep: (place: number) => boolean) => {
  const places = [...users.keys()].filter(keep);
  return {
    users: places.map((place) => users[place] ?? ''),
    items: places.map((place) => `${movies[place]}`),
    ratings: places.map((place) => ratings[place] ?? 0),
    timestamps: places.map((place) => timestamps[place] ?? 0),
  };
};
const train = part((place) => place % 4 !== 0);
const withheld = part((place) => place % 4 === 0);

test('each model has its own report, and its figure lies within its interval', async () => {
  const rated = await compare({ train, test: withheld, task: 'rating', models: ['popular', 'als'] });
  const ranked = await compare({ train, test: withheld, task: 'ranking', models: ['ease', 'implicit-als'] });
  assert.deepEqual(
    [...rated, ...ranked].map(({ report }) => report.model),
    ['popular', 'als', 'ease', 'implicit-als'],
  );
  for (const { report, byActivity, curve } of [...rated, ...ranked]) {
    const { interval } = report;
    assert.equal(
      byActivity.reduce((sum, group) => sum + group.users, 0),
      60,
    );
    assert.deepEqual(curve, []);
    const figure = 'rmse' in report ? report.rmse : report.ndcg;
    assert.ok(interval !== null && figure !== null);
    assert.ok(interval.low < figure && figure < interval.high, report.model);
  }
});

test('a learning curve ends at the figure of the whole training; a model without iterations has none', async () => {
  const parts = { train, test: withheld, curves: true };
  const rated = await compare({ ...parts, task: 'rating', models: ['als', 'als-nonnegative', 'popular'] });
  const ranked = await compare({ ...parts, task: 'ranking', models: ['implicit-als', 'ease'] });
  assert.deepEqual(
    [...rated, ...ranked].map(({ curve }) => curve.length),
    [15, 20, 0, 6, 0],
  );
  for (const { report, curve } of [...rated, ...ranked]) {
    const last = curve.at(-1);
    if (last === undefined) continue;
    assert.deepEqual(last.figure, mainFigure(report));
    assert.notEqual(curve[0]?.figure, last.figure);
  }
});
