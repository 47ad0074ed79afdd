import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { assertClose, drawFactors, sparse } from './als.contract.ts';
import { createGibbsSampler, type GibbsDraw } from './gibbs.ts';
import { createPool } from './pool.ts';
import { choleskyFactor, choleskySolve } from './reference/cholesky.ts';

const pools = [1, 2, 3].map((threads) => createPool(threads));
const [pool] = pools;
after(() => Promise.all(pools.map((each) => each.close())));

const RANK = 3;
const WIDTH = RANK + 1;
const USERS = 30;
const rows = Array.from({ length: USERS }, (_, user) =>
  Array.from({ length: 20 }, (_, item) => ((user + item) % 4 === 0 ? null : 1 + ((user * item) % 5))),
);
rows[5] = rows[5]?.map(() => null) ?? [];
const matrix = sparse(rows);
const items = drawFactors(20 * WIDTH, 2);
const options = { matrix, rank: RANK, mean: 3, initial: { users: drawFactors(USERS * WIDTH, 1), items } };
const identity = Float32Array.from({ length: WIDTH * WIDTH }, (_, k) => (k % (WIDTH + 1) === 0 ? 2 : 0));
const draw: GibbsDraw & { seed: number } = {
  side: 'users',
  precision: 1.5,
  priorPrecision: identity,
  priorTerms: drawFactors(USERS * WIDTH, 4),
  seed: 1,
};

/** Mean and covariance of one user's conditional distribution, in plain TypeScript. */
function conditional(user: number): { mean: Float64Array; covariance: Float64Array } {
  const a = Float64Array.from(identity);
  const mean = Float64Array.from(draw.priorTerms.subarray(user * WIDTH, (user + 1) * WIDTH));
  for (let entry = matrix.starts[user] ?? 0; entry < (matrix.starts[user + 1] ?? 0); entry++) {
    const item = matrix.columns[entry] ?? 0;
    const z = items.slice(item * WIDTH, (item + 1) * WIDTH);
    const target = (matrix.values[entry] ?? 0) - 3 - (z[RANK] ?? 0);
    z[RANK] = 1;
    for (let i = 0; i < WIDTH; i++) {
      mean[i] = (mean[i] ?? 0) + 1.5 * target * (z[i] ?? 0);
      for (let j = 0; j < WIDTH; j++)
        a[i * WIDTH + j] = (a[i * WIDTH + j] ?? 0) + 1.5 * (z[i] ?? 0) * (z[j] ?? 0);
    }
  }
  choleskyFactor(a, WIDTH);
  choleskySolve(a, WIDTH, mean);
  const covariance = new Float64Array(WIDTH * WIDTH);
  for (let k = 0; k < WIDTH; k++) {
    const column = new Float64Array(WIDTH);
    column[k] = 1;
    choleskySolve(a, WIDTH, column);
    covariance.set(column, k * WIDTH);
  }
  return { mean, covariance };
}

test('draws have the mean and covariance of the conditional distribution', async () => {
  assert.ok(pool);
  const sampler = await createGibbsSampler(pool, options);
  const draws = 4000;
  const user = 7;
  const samples: Float32Array[] = [];
  const empty: Float32Array[] = [];
  for (let seed = 0; seed < draws; seed++) {
    await sampler.draw({ ...draw, seed });
    samples.push(sampler.rows('users').slice(user * WIDTH, (user + 1) * WIDTH));
    empty.push(sampler.rows('users').slice(5 * WIDTH, 6 * WIDTH));
  }
  await sampler.draw({ ...draw, seed: null });
  const means = sampler.rows('users').slice(user * WIDTH, (user + 1) * WIDTH);
  assertClose(means, conditional(user).mean, 1e-4);
  sampler.close();
  for (const [row, found] of [
    [user, samples],
    [5, empty],
  ] as const) {
    const { mean, covariance } = conditional(row);
    const meanFound = Array.from(mean, (_, k) => found.reduce((sum, x) => sum + (x[k] ?? 0), 0) / draws);
    const covarianceFound = Array.from(covariance, (_, at) => {
      const i = Math.floor(at / WIDTH);
      const j = at % WIDTH;
      return (
        found.reduce((sum, x) => sum + ((x[i] ?? 0) - (mean[i] ?? 0)) * ((x[j] ?? 0) - (mean[j] ?? 0)), 0) /
        draws
      );
    });
    assertClose(meanFound, mean, 0.04);
    assertClose(covarianceFound, covariance, 0.03);
  }
});

test('any number of threads draws the same bits, another seed others', async () => {
  const chains: Float32Array[] = [];
  for (const each of pools) {
    const sampler = await createGibbsSampler(each, options);
    await sampler.draw(draw);
    const priorTerms = new Float32Array(20 * WIDTH);
    await sampler.draw({ ...draw, side: 'items', priorTerms });
    chains.push(sampler.rows('items'));
    await sampler.draw({ ...draw, side: 'items', priorTerms, seed: 2 });
    assert.notDeepEqual(sampler.rows('items'), chains[0]);
    sampler.close();
  }
  for (const chain of chains) assert.deepEqual(chain, chains[0]);
});

test('refuses what does not fit or cannot be a precision', async () => {
  assert.ok(pool);
  const sampler = await createGibbsSampler(pool, options);
  await assert.rejects(sampler.draw({ ...draw, precision: 0 }), { code: 'BAD_INPUT' });
  await assert.rejects(sampler.draw({ ...draw, priorTerms: new Float32Array(1) }), { code: 'BAD_INPUT' });
  const negative = identity.map((value) => -1000 * value);
  await assert.rejects(sampler.draw({ ...draw, priorPrecision: negative }), { code: 'NOT_FINITE' });
  sampler.close();
});
