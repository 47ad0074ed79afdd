import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawFactors } from './als.contract.ts';
import { createItemSet, createTopN } from './top-n.ts';

/** Scores of all items, summed in the kernel's order and precision. */
function scoresOf(factors: Float32Array, rank: number, query: Float32Array): number[] {
  return Array.from({ length: factors.length / rank }, (_, item) => {
    let score = 0;
    for (let k = 0; k < rank; k++) {
      score = Math.fround(score + Math.fround((factors[item * rank + k] ?? 0) * (query[k] ?? 0)));
    }
    return score;
  });
}

const anySearch = fc.record({
  items: fc.integer({ min: 0, max: 300 }),
  rank: fc.integer({ min: 1, max: 20 }),
  queries: fc.integer({ min: 1, max: 70 }),
  n: fc.integer({ min: 0, max: 40 }),
  seed: fc.integer(),
  coarse: fc.boolean(),
  /** Whether most items are short: then a scan can end early. */
  skewed: fc.boolean(),
  excluding: fc.boolean(),
});

test('finds the best items that are not excluded, in order, for any number of queries at once', () => {
  fc.assert(
    fc.property(anySearch, ({ items, rank, queries, n, seed, coarse, skewed, excluding }) => {
      const draw = (length: number, from: number): Float32Array =>
        drawFactors(length, from).map((value) => (coarse ? Math.round(value * 2) : value));
      const factors = draw(items * rank, seed).map((value, at) =>
        skewed ? Math.fround(value / (1 + (Math.floor(at / rank) % 50))) : value,
      );
      const topN = createTopN(factors, rank);
      const asked = Array.from({ length: queries }, (_, q) => {
        const hidden = Array.from({ length: items }, (_, item) => item).filter(
          (item) => (item * 7 + q) % 3 === 0,
        );
        const query = { factors: draw(rank, seed + q + 1), hidden: new Set(excluding ? hidden : []) };
        return excluding ? { ...query, excluded: createItemSet(items, hidden) } : query;
      });
      for (const [q, found] of topN(asked, n).entries()) {
        const { factors: query = new Float32Array(0), hidden = new Set() } = asked[q] ?? {};
        const expected = scoresOf(factors, rank, query)
          .map((score, item) => ({ score, item }))
          .filter(({ item }) => !hidden.has(item))
          .sort((a, b) => b.score - a.score || a.item - b.item)
          .slice(0, n);
        assert.deepEqual(
          Array.from(found.items),
          expected.map(({ item }) => item),
        );
        assert.deepEqual(
          Array.from(found.scores),
          expected.map(({ score }) => score),
        );
      }
    }),
    { numRuns: 60, seed: 42 },
  );
});

test('queries that do not fit, or are not finite, are refused', () => {
  const topN = createTopN(drawFactors(40, 1), 4);
  const bad = { name: 'KernelError', code: 'BAD_INPUT' };
  assert.throws(() => createTopN(drawFactors(41, 1), 4), bad);
  assert.throws(() => topN([{ factors: new Float32Array(3) }], 1), bad);
  assert.throws(() => topN([{ factors: new Float32Array(4).fill(Number.NaN) }], 1), bad);
  assert.throws(() => topN([{ factors: new Float32Array(4), excluded: new Uint8Array(1) }], 1), bad);
});
