import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { anyRatings, assertClose, drawFactors } from './als.contract.ts';
import { trainExplicitAls } from './explicit-als.ts';
import { createFoldIn } from './fold-in.ts';
import { trainImplicitAls } from './implicit-als.ts';
import { frequencyPenalties, weightedPenalties } from './penalties.ts';
import { createPool } from './pool.ts';
import { rowCount } from './sparse-matrix.ts';

const pool = createPool(1);
after(() => pool.close());

test('a person folded in is the person trained, for every kind of model', async () => {
  const anyKind = fc.constantFrom('plain', 'biases', 'nonnegative', 'implicit');
  await fc.assert(
    fc.asyncProperty(anyRatings, fc.integer({ min: 1, max: 17 }), anyKind, async ({ matrix }, rank, kind) => {
      const implicit = kind === 'implicit';
      const biases = kind === 'biases';
      const nonnegative = kind === 'nonnegative';
      const width = rank + (biases ? 1 : 0);
      const mean = biases ? 3 : 0;
      const users = drawFactors(rowCount(matrix) * width, 1).map((value) =>
        nonnegative ? Math.abs(value) : value,
      );
      const penalties = implicit ? frequencyPenalties(matrix, 0.1, 1, 0) : weightedPenalties(matrix, 0.1);
      const common = { rank, iterations: 2, initial: { users }, penalties };
      const { values } = matrix;
      const trained = implicit
        ? await trainImplicitAls(pool, {
            ...common,
            pattern: matrix,
            weights: values,
            targets: values,
            gramWeight: 1,
            solver: 'cholesky',
          })
        : await trainExplicitAls(pool, { ...common, matrix, biases, nonnegative, mean });
      const foldIn = implicit
        ? createFoldIn({ kind: 'implicit', factors: trained.items, rank, gramWeight: 1 })
        : createFoldIn({ kind: 'explicit', factors: trained.items, rank, biases, nonnegative, mean });
      for (let user = 0; user < rowCount(matrix); user++) {
        const [from, to] = matrix.starts.subarray(user, user + 2);
        const targets = values.slice(from, to);
        const history = { items: matrix.columns.slice(from, to), targets, weights: targets };
        const person = foldIn({ ...history, penalty: penalties.users[user] ?? 0 });
        assertClose(person, trained.users.subarray(user * width, (user + 1) * width), 1e-4);
      }
    }),
    { numRuns: 60, seed: 42 },
  );
});

test('an empty history is nobody, a long one is solved', () => {
  const foldIn = createFoldIn({ kind: 'explicit', factors: drawFactors(40, 1), rank: 4 });
  const empty = { items: new Int32Array(0), targets: new Float32Array(0), penalty: 1 };
  assert.deepEqual(foldIn(empty), new Float32Array(4));
  const length = 50_000;
  const items = Int32Array.from({ length }, (_, k) => k % 10);
  const person = foldIn({ items, targets: new Float32Array(length).fill(3), penalty: 1 });
  assert.ok(person.every(Number.isFinite) && person.some((value) => value !== 0));
});

test('items that are not there, values that are not finite and a hopeless system are refused', () => {
  const foldIn = createFoldIn({ kind: 'explicit', factors: new Float32Array(40), rank: 4 });
  const history = { items: Int32Array.of(3), targets: Float32Array.of(1), penalty: 1 };
  assert.throws(() => foldIn({ ...history, items: Int32Array.of(10) }), { code: 'BAD_INPUT' });
  assert.throws(() => foldIn({ ...history, targets: Float32Array.of(Number.NaN) }), { code: 'BAD_INPUT' });
  assert.throws(() => foldIn({ ...history, penalty: 0 }), { code: 'NOT_FINITE' });
});
