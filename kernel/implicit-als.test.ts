import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { anyRatings, assertClose, drawFactors, type Ratings, sparse } from './als.contract.ts';
import { type ImplicitAlsOptions, trainImplicitAls } from './implicit-als.ts';
import { frequencyPenalties } from './penalties.ts';
import { createPool } from './pool.ts';
import { solveRows } from './reference/half-sweep.ts';
import { implicitEquations } from './reference/implicit.ts';
import { rowCount } from './sparse-matrix.ts';

const pools = [1, 2, 3].map((threads) => createPool(threads));
const [pool] = pools;
after(() => Promise.all(pools.map((each) => each.close())));

interface Case {
  rank: number;
  regularization: number;
  unobservedWeight: number;
  frequencyExponent: number;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  rank: fc.integer({ min: 1, max: 20 }),
  regularization: fc.constantFrom(0.05, 0.5),
  unobservedWeight: fc.constantFrom(0.1, 1),
  frequencyExponent: fc.constantFrom(0, 0.5, 1),
});

function optionsOf(
  { matrix }: Ratings,
  settings: Case,
  users: Float32Array,
  iterations: number,
): ImplicitAlsOptions {
  const { rank, regularization, unobservedWeight, frequencyExponent } = settings;
  return {
    pattern: matrix,
    weights: matrix.values,
    targets: matrix.values,
    gramWeight: unobservedWeight,
    rank,
    iterations,
    penalties: frequencyPenalties(matrix, regularization, unobservedWeight, frequencyExponent),
    initial: { users },
    solver: 'cholesky',
  };
}

/** One iteration in plain TypeScript. */
function referenceSweep({ matrix, transposed }: Ratings, settings: Case, start: Float32Array) {
  const width = settings.rank;
  const users = Float64Array.from(start);
  const items = new Float64Array(matrix.columnCount * width);
  const half = (fixed: Float64Array, count: number) => ({
    equations: implicitEquations(settings, fixed, count),
    width,
    nonnegative: false,
  });
  solveRows(half(users, rowCount(matrix)), transposed, items);
  solveRows(half(items, matrix.columnCount), matrix, users);
  return { users, items };
}

test('a sweep with Cholesky, or with enough steps, is a sweep of the reference', async () => {
  const anySolver = fc.constantFrom<ImplicitAlsOptions['solver']>('cholesky', { steps: 30 });
  await fc.assert(
    fc.asyncProperty(
      anyRatings,
      anyCase,
      anySolver,
      fc.integer(),
      async (ratings, settings, solver, seed) => {
        assert.ok(pool);
        const users = drawFactors(rowCount(ratings.matrix) * settings.rank, seed);
        const actual = await trainImplicitAls(pool, { ...optionsOf(ratings, settings, users, 1), solver });
        const expected = referenceSweep(ratings, settings, users);
        assertClose(actual.items, expected.items, 2e-3);
        assertClose(actual.users, expected.users, 5e-3);
      },
    ),
    { numRuns: 200, seed: 42 },
  );
});

test('any number of threads gives the same bits', async () => {
  const anySolver = fc.constantFrom<ImplicitAlsOptions['solver']>('cholesky', { steps: 1 }, { steps: 2 });
  await fc.assert(
    fc.asyncProperty(
      anyRatings,
      anyCase,
      anySolver,
      fc.boolean(),
      async (ratings, settings, solver, projection) => {
        const users = drawFactors(rowCount(ratings.matrix) * settings.rank, 7);
        const options = { ...optionsOf(ratings, settings, users, 3), solver, projection };
        const runs = await Promise.all(pools.map((each) => trainImplicitAls(each, options)));
        for (const run of runs) assert.deepEqual(run, runs[0]);
      },
    ),
    { numRuns: 30, seed: 42 },
  );
});

/** People of two kinds who each see most, but not all, of their own half of 40 items. */
const rows = Array.from({ length: 80 }, (_, user) =>
  Array.from({ length: 40 }, (_, item) => (item % 2 === user % 2 && (user + item * 3) % 7 > 1 ? 1 : null)),
);
const halves = { matrix: sparse(rows), transposed: sparse(rows) };
const settings: Case = { rank: 8, regularization: 0.1, unobservedWeight: 0.1, frequencyExponent: 1 };
const start = drawFactors(80 * 8, 3);

test('two steps from the last sweep end where exact solves do, however they start', async () => {
  assert.ok(pool);
  const objectives: number[] = [];
  const last = async (options: Partial<ImplicitAlsOptions>): Promise<number> => {
    assert.ok(pool);
    let objective = 0;
    await trainImplicitAls(pool, {
      ...optionsOf(halves, settings, start, 15),
      ...options,
      onSweep: async (sweep) => {
        objective = await sweep.objective();
      },
    });
    return objective;
  };
  objectives.push(await last({}), await last({ solver: { steps: 2 } }));
  objectives.push(await last({ solver: { steps: 2 }, projection: true }));
  assertClose(objectives, [objectives[0] ?? 0, objectives[0] ?? 0, objectives[0] ?? 0], 0.002);
});

test('what was withheld from people like these is scored above what nobody of them saw', async () => {
  assert.ok(pool);
  const { users, items } = await trainImplicitAls(pool, {
    ...optionsOf(halves, settings, start, 10),
    solver: { steps: 2 },
    projection: true,
  });
  const score = (user: number, item: number): number =>
    users.subarray(user * 8, user * 8 + 8).reduce((sum, x, k) => sum + x * (items[item * 8 + k] ?? 0), 0);
  for (let user = 0; user < 80; user++) {
    for (let item = 0; item < 40; item++) {
      if (item % 2 === user % 2) assert.ok(score(user, item) > score(user, item ^ 1));
    }
  }
});

test('a run resumed from a checkpoint ends at the same bits', async () => {
  assert.ok(pool);
  for (const solver of ['cholesky', { steps: 2 }] as const) {
    const options = { ...optionsOf(halves, settings, start, 5), solver, projection: true };
    const whole = await trainImplicitAls(pool, options);
    const half = await trainImplicitAls(pool, { ...options, iterations: 2 });
    const rest = await trainImplicitAls(pool, {
      ...options,
      iterations: 3,
      initial: half,
      projection: false,
    });
    assert.deepEqual(rest, whole);
  }
});

test('a history longer than there are items, with repeated ones, is solved all the same', async () => {
  assert.ok(pool);
  const columns = Int32Array.from({ length: 300 }, (_, k) => k % 3);
  const matrix = {
    starts: Uint32Array.of(0, 300),
    columns,
    values: new Float32Array(300).fill(1),
    columnCount: 3,
  };
  const transposed = {
    starts: Uint32Array.of(0, 100, 200, 300),
    columns: new Int32Array(300),
    values: matrix.values,
    columnCount: 1,
  };
  const ratings = { matrix, transposed };
  const users = drawFactors(8, 1);
  const actual = await trainImplicitAls(pool, optionsOf(ratings, settings, users, 1));
  assertClose(actual.users, referenceSweep(ratings, settings, users).users, 1e-3);
});
