import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { anyRatings, assertClose, drawFactors, type Ratings, sparse } from './als.contract.ts';
import { trainExplicitAls } from './explicit-als.ts';
import { weightedPenalties } from './penalties.ts';
import { createPool } from './pool.ts';
import { explicitEquations } from './reference/explicit.ts';
import { solveRows } from './reference/half-sweep.ts';
import { rowCount } from './sparse-matrix.ts';

const pools = [1, 2, 3].map((threads) => createPool(threads));
const [pool] = pools;
after(() => Promise.all(pools.map((each) => each.close())));

interface Case {
  rank: number;
  biases: boolean;
  nonnegative: boolean;
  regularization: number;
}

/** The same run in plain TypeScript. */
function referenceRun(
  { matrix, transposed }: Ratings,
  settings: Case,
  users: Float32Array,
  iterations: number,
) {
  const { rank, biases: biased, nonnegative, regularization } = settings;
  const width = rank + (biased ? 1 : 0);
  const mean = biased ? 3 : 0;
  const equationSettings = { rank, biased, mean, regularization, frequencyExponent: 1 };
  const factors = { users: Float64Array.from(users), items: new Float64Array(matrix.columnCount * width) };
  for (let k = 0; k < iterations; k++) {
    solveRows(
      { equations: explicitEquations(equationSettings, factors.users), width, nonnegative },
      transposed,
      factors.items,
    );
    solveRows(
      { equations: explicitEquations(equationSettings, factors.items), width, nonnegative },
      matrix,
      factors.users,
    );
  }
  return factors;
}

function options(matrix: Ratings['matrix'], settings: Case, users: Float32Array, iterations: number) {
  const { rank, biases, nonnegative, regularization } = settings;
  return {
    matrix,
    rank,
    iterations,
    biases,
    nonnegative,
    mean: biases ? 3 : 0,
    penalties: weightedPenalties(matrix, regularization),
    initial: { users },
  };
}

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    rank: fc.integer({ min: 1, max: 20 }),
    kind: fc.constantFrom('plain', 'biases', 'nonnegative'),
    regularization: fc.constantFrom(0.05, 0.2, 1),
  })
  .map(({ rank, kind, regularization }) => ({
    rank,
    regularization,
    biases: kind === 'biases',
    nonnegative: kind === 'nonnegative',
  }));

test('a sweep of the kernel is a sweep of the reference', async () => {
  await fc.assert(
    fc.asyncProperty(anyRatings, anyCase, fc.integer(), async (ratings, settings, seed) => {
      if (pool === undefined) return;
      const width = settings.rank + (settings.biases ? 1 : 0);
      const users = drawFactors(rowCount(ratings.matrix) * width, seed);
      if (settings.nonnegative) for (const [k, value] of users.entries()) users[k] = Math.abs(value);
      const actual = await trainExplicitAls(pool, options(ratings.matrix, settings, users, 1));
      const expected = referenceRun(ratings, settings, users, 1);
      assertClose(actual.items, expected.items, 2e-4);
      assertClose(actual.users, expected.users, 2e-3);
    }),
    { numRuns: 200, seed: 42 },
  );
});

test('any number of threads gives the same bits', async () => {
  await fc.assert(
    fc.asyncProperty(anyRatings, anyCase, async ({ matrix }, settings) => {
      const width = settings.rank + (settings.biases ? 1 : 0);
      const users = drawFactors(rowCount(matrix) * width, 7);
      const runs = await Promise.all(
        pools.map((each) => trainExplicitAls(each, options(matrix, settings, users, 3))),
      );
      for (const run of runs) assert.deepEqual(run, runs[0]);
    }),
    { numRuns: 30, seed: 42 },
  );
});

const checkerboard = sparse(
  Array.from({ length: 60 }, (_, user) =>
    Array.from({ length: 40 }, (_, item) =>
      (user * 7 + item * 3) % 5 === 0 ? null : ((user + item) % 2) * 3 + 1,
    ),
  ),
);
const plain: Case = { rank: 9, biases: false, nonnegative: false, regularization: 0.02 };
const start = drawFactors(60 * 9, 3);

test('the objective falls with every sweep, and is the sum of squares that it says', async () => {
  assert.ok(pool);
  const objectives: number[] = [];
  const run = {
    ...options(checkerboard, plain, start, 5),
    onSweep: async (sweep: { objective(): Promise<number> }) => {
      objectives.push(await sweep.objective());
    },
  };
  const { users, items } = await trainExplicitAls(pool, run);
  for (const [k, value] of objectives.entries())
    if (k > 0) assert.ok(value <= (objectives[k - 1] ?? 0) * 1.0001);
  const { starts, columns, values } = checkerboard;
  let expected = 0;
  for (let user = 0; user < 60; user++) {
    const count = (starts[user + 1] ?? 0) - (starts[user] ?? 0);
    const x = users.subarray(user * 9, user * 9 + 9);
    expected += 0.02 * count * x.reduce((sum, value) => sum + value * value, 0);
    for (let entry = starts[user] ?? 0; entry < (starts[user + 1] ?? 0); entry++) {
      const item = columns[entry] ?? 0;
      const y = items.subarray(item * 9, item * 9 + 9);
      expected += ((values[entry] ?? 0) - x.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0)) ** 2;
    }
  }
  const counts = new Float64Array(40);
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  for (let item = 0; item < 40; item++) {
    const y = items.subarray(item * 9, item * 9 + 9);
    expected += 0.02 * (counts[item] ?? 0) * y.reduce((sum, value) => sum + value * value, 0);
  }
  assertClose([objectives.at(-1) ?? 0], [expected], 1e-4);
});

test('a run resumed from a checkpoint ends at the same bits', async () => {
  assert.ok(pool);
  for (const nonnegative of [false, true]) {
    const settings = { ...plain, nonnegative };
    const whole = await trainExplicitAls(pool, options(checkerboard, settings, start, 5));
    const half = await trainExplicitAls(pool, options(checkerboard, settings, start, 2));
    const rest = await trainExplicitAls(pool, {
      ...options(checkerboard, settings, start, 3),
      initial: half,
    });
    assert.deepEqual(rest, whole);
  }
});

test('a cancelled run ends between two sweeps with the reason, and the pool serves the next', async () => {
  assert.ok(pool);
  const controller = new AbortController();
  let sweeps = 0;
  const run = trainExplicitAls(pool, {
    ...options(checkerboard, plain, start, 1000),
    signal: controller.signal,
    onSweep: ({ sweep }) => {
      sweeps = sweep;
      if (sweep === 3) controller.abort(new Error('enough'));
    },
  });
  await assert.rejects(run, /enough/);
  assert.equal(sweeps, 3);
  await trainExplicitAls(pool, options(checkerboard, plain, start, 1));
});

test('runs that share a pool wait for each other', async () => {
  assert.ok(pool);
  const alone = await trainExplicitAls(pool, options(checkerboard, plain, start, 4));
  const other = { ...plain, rank: 3 };
  const [first] = await Promise.all([
    trainExplicitAls(pool, options(checkerboard, plain, start, 4)),
    trainExplicitAls(pool, options(checkerboard, other, drawFactors(180, 1), 4)),
  ]);
  assert.deepEqual(first, alone);
});

test('rank 256, more than there is data', async () => {
  assert.ok(pool);
  const rows = Array.from({ length: 6 }, (_, user) =>
    Array.from({ length: 4 }, (_, item) => ((user + item) % 3 === 0 ? null : 1 + ((user * item) % 5))),
  );
  const turned = Array.from({ length: 4 }, (_, item) => rows.map((row) => row[item] ?? null));
  const ratings = { matrix: sparse(rows), transposed: sparse(turned) };
  const settings = { ...plain, rank: 256, regularization: 0.1 };
  const users = drawFactors(6 * 256, 5);
  const actual = await trainExplicitAls(pool, options(ratings.matrix, settings, users, 1));
  assertClose(actual.items, referenceRun(ratings, settings, users, 1).items, 1e-3);
});

test('what is not finite, or does not fit, is refused before anything runs', async () => {
  assert.ok(pool);
  const good = options(checkerboard, plain, start, 1);
  const values = checkerboard.values.map((value, k) => (k === 5 ? Number.NaN : value));
  const columns = checkerboard.columns.map((value, k) => (k === 5 ? 40 : value));
  const bad = { name: 'KernelError', code: 'BAD_INPUT' };
  await assert.rejects(trainExplicitAls(pool, { ...good, matrix: { ...checkerboard, values } }), bad);
  await assert.rejects(trainExplicitAls(pool, { ...good, matrix: { ...checkerboard, columns } }), bad);
  await assert.rejects(trainExplicitAls(pool, { ...good, initial: { users: start.subarray(1) } }), bad);
  await assert.rejects(
    trainExplicitAls(pool, { ...good, penalties: weightedPenalties(checkerboard, -1) }),
    bad,
  );
  await assert.rejects(trainExplicitAls(pool, { ...good, rank: 0 }), bad);
});

test('a system without a solution is reported, not returned', async () => {
  assert.ok(pool);
  const run = { ...options(checkerboard, { ...plain, regularization: 0 }, new Float32Array(540), 1) };
  await assert.rejects(trainExplicitAls(pool, run), { name: 'KernelError', code: 'NOT_FINITE' });
});
