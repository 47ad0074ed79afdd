import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diversify } from './diversity.ts';

const pool = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 20 });
const relevance = (row: number) => 100 - row;
const similarity = (a: number, b: number) => (a % 3 === b % 3 ? 1 : 0);
const byRelevance = (rows: readonly number[]) => rows.toSorted((a, b) => a - b);

test('chooses n different rows of the pool, the most relevant first', () => {
  fc.assert(
    fc.property(pool, fc.nat(25), fc.double({ min: 0, max: 0.99, noNaN: true }), (rows, n, diversity) => {
      const ordered = byRelevance(rows);
      const chosen = diversify(ordered, { n, diversity, relevance, similarity });
      assert.equal(chosen.length, Math.min(n, rows.length));
      assert.equal(new Set(chosen).size, chosen.length);
      assert.ok(chosen.every((row) => rows.includes(row)));
      if (n > 0) assert.equal(chosen[0], ordered[0]);
    }),
    { seed: 1 },
  );
});

test('without diversity the order is that of relevance', () => {
  fc.assert(
    fc.property(pool, (rows) => {
      const ordered = byRelevance(rows);
      const chosen = diversify(ordered, { n: rows.length, diversity: 0, relevance, similarity });
      assert.deepEqual(chosen, ordered);
    }),
    { seed: 2 },
  );
});

test('with much of it, each kind comes once before any comes twice', () => {
  const chosen = diversify([0, 3, 6, 9, 1, 4, 2, 5], { n: 3, diversity: 0.9, relevance, similarity });
  assert.deepEqual(chosen.map((row) => row % 3).toSorted(), [0, 1, 2]);
});
