/** The models of alternating least squares keep the contract of models, and train to what the plain reference does. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertClose } from '../../../kernel/als.contract.ts';
import { createPool } from '../../../kernel/pool.ts';
import { createRatingMatrix, type RatingMatrix } from '../matrix.ts';
import { describeModelContract } from '../recommender.contract.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { tasteRatings } from '../testing/rating-data.ts';
import { referenceExplicit, referenceImplicit } from './factorize.reference.ts';
import { factorizeExplicit, factorizeImplicit } from './factorize.ts';

const als = { model: 'als', rank: 4, iterations: 10, regularization: 0.1, frequencyExponent: 0.5 } as const;
const nonnegative = { model: 'als-nonnegative', rank: 4, iterations: 10, regularization: 0.02 } as const;
const implicit = {
  model: 'implicit-als',
  rank: 4,
  iterations: 10,
  regularization: 1,
  unobservedWeight: 0.7,
  frequencyExponent: 0,
  ratingWeight: 0,
} as const;

const users = async (factors: Promise<{ users: Float32Array }>) => (await factors).users;

describeModelContract({
  params: als,
  personal: true,
  quality: 0.927,
  trainedUsers: (matrix, seed) => users(factorizeExplicit(matrix, als, { pool: testPool, seed })),
});

describeModelContract({
  params: nonnegative,
  personal: true,
  quality: 0.937,
  trainedUsers: (matrix, seed) => users(factorizeExplicit(matrix, nonnegative, { pool: testPool, seed })),
});

describeModelContract({ params: implicit, personal: true, quality: 0.31 });

describe('training on the kernel', () => {
  const matrix = createRatingMatrix(tasteRatings(60, 40));

  for (const params of [als, nonnegative]) {
    test(`${params.model}: the factors of the plain reference`, async () => {
      const trained = await factorizeExplicit(
        matrix,
        { ...params, iterations: 3 },
        { pool: testPool, seed: 1 },
      );
      assertClose(trained.items, referenceExplicit(matrix, { ...params, iterations: 3 }, 1), 1e-3);
    });
  }

  test('implicit-als: the scores of the plain reference, once both have settled', async () => {
    const settled = { ...implicit, iterations: 200 };
    const trained = await factorizeImplicit(matrix, settled, { pool: testPool, seed: 1 });
    const expected = referenceImplicit(matrix, settled, 1);
    assertClose(similarities(trained.items, matrix), similarities(expected, matrix), 1e-3);
  });

  test('the same bits on one thread, on two and on three', async () => {
    const single = createPool(1);
    const triple = createPool(3);
    for (const factorize of [
      (pool: typeof single) => factorizeExplicit(matrix, als, { pool, seed: 7 }),
      (pool: typeof single) => factorizeExplicit(matrix, nonnegative, { pool, seed: 7 }),
      (pool: typeof single) => factorizeImplicit(matrix, implicit, { pool, seed: 7 }),
    ]) {
      const expected = await factorize(single);
      assert.deepEqual(await factorize(testPool), expected);
      assert.deepEqual(await factorize(triple), expected);
    }
    await Promise.all([single.close(), triple.close()]);
  });
});

/** Products of all pairs of rows: what of factors does not depend on how their space is turned. */
function similarities(factors: ArrayLike<number>, { items }: RatingMatrix): Float64Array {
  const rank = factors.length / items.size;
  return Float64Array.from({ length: items.size ** 2 }, (_, pair) => {
    const [a, b] = [Math.floor(pair / items.size) * rank, (pair % items.size) * rank];
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += (factors[a + k] ?? 0) * (factors[b + k] ?? 0);
    return sum;
  });
}
