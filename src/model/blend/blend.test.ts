/** A blend keeps the contract of models, and its scores are those of its parts, added. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trainingHistory } from '../evaluate/test-ratings.ts';
import { fitModel } from '../fit-model.ts';
import { createRatingMatrix } from '../matrix.ts';
import { openModel } from '../open-model.ts';
import type { ModelParams } from '../params.ts';
import { describeModelContract } from '../recommender.contract.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { tasteRatings } from '../testing/rating-data.ts';

const implicit = {
  model: 'implicit-als',
  rank: 4,
  iterations: 10,
  regularization: 1,
  unobservedWeight: 0.7,
  frequencyExponent: 0,
  ratingWeight: 0.5,
} as const;
const ease = { model: 'ease', regularization: 2, relativeRegularization: 1, ratingWeight: 0.5 } as const;
const blend = { model: 'blend', implicit, ease, easeShare: 0.25 } as const;

describeModelContract({ params: blend, personal: true, quality: 0.32 });

test('three parts implicit ALS and one part EASE', async () => {
  const matrix = createRatingMatrix(tasteRatings(40, 30));
  const history = trainingHistory(matrix, 'user 3');
  const scoresOf = async (params: ModelParams) => {
    const model = openModel(await fitModel(matrix, params, { seed: 1, pool: testPool }));
    return model.scoreItems(model.foldIn(history));
  };
  const [one, other, both] = [await scoresOf(implicit), await scoresOf(ease), await scoresOf(blend)];
  for (const [item, score] of both.entries()) {
    assert.ok(Math.abs(score - 0.75 * (one[item] ?? 0) - 0.25 * (other[item] ?? 0)) < 1e-12);
  }
});
