/** EASE keeps the contract of models, and solves what the paper says it does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRatingMatrix } from '../matrix.ts';
import { describeModelContract } from '../recommender.contract.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { columnsOf, tasteRatings } from '../testing/rating-data.ts';
import { fitEase, MOST_FILMS } from './fit-ease.ts';

const params = { model: 'ease', regularization: 2, relativeRegularization: 0, ratingWeight: 0 } as const;

describeModelContract({ params, personal: true, quality: 0.317 });

test('its weights are where the gradient vanishes, but for the diagonal, which is zero', async () => {
  const matrix = createRatingMatrix(tasteRatings(50, 20));
  const { size } = matrix.items;
  const weights = await fitEase(matrix, params, testPool);
  const gram = new Float64Array(size * size);
  for (let user = 0; user < matrix.users.size; user++) {
    const films = matrix.byUser.columns.subarray(matrix.byUser.starts[user], matrix.byUser.starts[user + 1]);
    for (const a of films) for (const b of films) gram[a * size + b] = (gram[a * size + b] ?? 0) + 1;
  }
  for (let row = 0; row < size; row++) {
    for (let item = 0; item < size; item++) {
      const weight = weights[row * size + item] ?? Number.NaN;
      let gradient = params.regularization * weight - (gram[row * size + item] ?? 0);
      for (let k = 0; k < size; k++)
        gradient += (gram[row * size + k] ?? 0) * (weights[k * size + item] ?? 0);
      if (row === item) assert.equal(weight, 0);
      else assert.ok(Math.abs(gradient) < 1e-3, `film ${row} for film ${item}: ${gradient}`);
    }
  }
});

test('a catalogue that is too large is refused before anything is started, with what it would take', async () => {
  const matrix = createRatingMatrix(
    columnsOf(Array.from({ length: MOST_FILMS + 1 }, (_, movie) => ['a', movie, 1])),
  );
  await assert.rejects(fitEase(matrix, params, testPool), { code: 'USAGE', message: /GiB/ });
});
