/** The search for parameters finds what is better, and keeps to its limits. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultParams, type ModelParams } from '../params.ts';
import { searchParams } from './search.ts';
import { bestTrial, gainOf, type Trial } from './trials.ts';

/** A trial whose RMSE is the distance, in octaves, of λ from a hidden optimum. */
function distanceFrom(optimum: number): (params: ModelParams) => Promise<Trial> {
  return (params) => {
    const regularization = 'regularization' in params ? params.regularization : Number.NaN;
    const rmse = Math.abs(Math.log2(regularization / optimum));
    return Promise.resolve({ params, metrics: { rmse, mae: null }, fitSeconds: 0 });
  };
}

const start = defaultParams('als', 'rating');

test('walks towards a distant optimum', async () => {
  const trials = await searchParams(start, distanceFrom(100), { trials: 50, budgetMs: 10_000 });
  assert.deepEqual(trials[0]?.params, start);
  assert.ok(-gainOf(bestTrial(trials)) < 0.3);
});

test('tries no parameters twice, and no more than it may', async () => {
  const trials = await searchParams(start, distanceFrom(0.001), { trials: 7, budgetMs: 10_000 });
  assert.equal(trials.length, 7);
  assert.equal(new Set(trials.map(({ params }) => JSON.stringify(params))).size, 7);
});

test('tries the start and no more when there is no time', async () => {
  const trials = await searchParams(start, distanceFrom(1), { trials: 7, budgetMs: 0 });
  assert.equal(trials.length, 1);
});
