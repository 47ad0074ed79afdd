/** The inverse of symmetric matrices: its product with the matrix is the identity, on any number of threads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawFactors } from './als.contract.ts';
import { invertSymmetric } from './inverse.ts';
import { createPool } from './pool.ts';

/** XᵀX + λI for random rows X, as a model of films has it. */
function gramOf(size: number, ridge: number): Float32Array {
  const rows = drawFactors(size * size, size);
  const gram = new Float32Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = i === j ? ridge : 0;
      for (let k = 0; k < size; k++) sum += (rows[k * size + i] ?? 0) * (rows[k * size + j] ?? 0);
      gram[i * size + j] = sum;
    }
  }
  return gram;
}

/** The largest difference between the product of two matrices and the identity. */
function distanceFromIdentity(a: Float32Array, b: Float32Array, size: number): number {
  let most = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let sum = i === j ? -1 : 0;
      for (let k = 0; k < size; k++) sum += (a[i * size + k] ?? 0) * (b[k * size + j] ?? 0);
      most = Math.max(most, Math.abs(sum));
    }
  }
  return most;
}

test('the product with the matrix is the identity, and threads change no bit', async () => {
  const pools = [1, 2, 3].map((threads) => createPool(threads));
  for (const size of [1, 7, 8, 15, 15, 15, 64, 65, 130, 203]) {
    const gram = gramOf(size, 2);
    const [one, ...others] = await Promise.all(pools.map((pool) => invertSymmetric(pool, gram, size)));
    assert.ok(one !== undefined);
    assert.ok(distanceFromIdentity(gram, one, size) < 1e-3, `${size} rows`);
    for (const other of others) assert.deepEqual(other, one);
  }
  await Promise.all(pools.map((pool) => pool.close()));
});

test('a matrix that is not positive definite is refused, and so is one of another size', async () => {
  const pool = createPool(2);
  await assert.rejects(invertSymmetric(pool, Float32Array.of(1, 2, 2, 1), 2), { code: 'NOT_FINITE' });
  await assert.rejects(invertSymmetric(pool, new Float32Array(3), 2), { code: 'BAD_INPUT' });
  await pool.close();
});
