/** Popularity keeps the contract of models, in both its forms. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitModel } from '../fit-model.ts';
import { createRatingMatrix } from '../matrix.ts';
import { openModel } from '../open-model.ts';
import { defaultParams } from '../params.ts';
import { describeModelContract } from '../recommender.contract.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { columnsOf } from '../testing/rating-data.ts';

describeModelContract({ params: defaultParams('popular', 'rating'), personal: false, quality: 0.96 });
describeModelContract({ params: defaultParams('popular', 'ranking'), personal: false, quality: 0.132 });

test('popular: by hand, with two ratings of damping at the mean of 3', async () => {
  const matrix = createRatingMatrix(
    columnsOf([
      ['a', 1, 5],
      ['b', 1, 3],
      ['a', 2, 1],
    ]),
  );
  const model = openModel(
    await fitModel(matrix, { model: 'popular', task: 'rating', damping: 2 }, { seed: 1, pool: testPool }),
  );
  assert.deepEqual([...model.scoreItems(null)], [3 + 2 / 4, 3 - 2 / 3]);
  assert.equal(model.predict(model.foldIn([{ item: 0, rating: 5 }]), 1), 3 - 2 / 3 + 1.5 / 3);
});
