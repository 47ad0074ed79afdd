/** The nearest films, found by the kernel, against the cosine of every film. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSimilarItems } from './similar-items.ts';

const RANK = 4;
const WIDTH = RANK + 1;

function cosineOf(factors: Float64Array, a: number, b: number): number {
  let [product, squareA, squareB] = [0, 0, 0];
  for (let k = 0; k < RANK; k++) {
    const [x, y] = [factors[a * WIDTH + k] ?? 0, factors[b * WIDTH + k] ?? 0];
    product += x * y;
    squareA += x * x;
    squareB += y * y;
  }
  return product / Math.sqrt(squareA * squareB);
}

/** Small whole numbers make many films equally near, and some without factors at all. */
const rows = fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: WIDTH, maxLength: WIDTH }), {
  minLength: 1,
  maxLength: 60,
});

test('the films nearest to one are those of the highest cosines, none without factors, none twice', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 70 }), (values, limit) => {
      const factors = Float64Array.from(values.flat());
      const similar = createSimilarItems(factors, RANK, WIDTH)(0, limit);
      const expected = values
        .map((_, item) => ({ item, score: cosineOf(factors, 0, item) }))
        .filter(({ item, score }) => item !== 0 && !Number.isNaN(score))
        .sort((a, b) => b.score - a.score || a.item - b.item)
        .slice(0, limit);
      assert.equal(similar.length, expected.length);
      assert.equal(new Set(similar.map(({ item }) => item)).size, similar.length);
      for (const [place, { item, score }] of similar.entries()) {
        assert.notEqual(item, 0);
        assert.ok(Math.abs(score - (expected[place]?.score ?? Number.NaN)) < 1e-12);
        assert.ok(Math.abs(score - cosineOf(factors, 0, item)) < 1e-12);
      }
    }),
  );
});

test('many films of one direction and another each are told apart as their cosines in double precision are', () => {
  const count = 2_000;
  const factors = Float64Array.from({ length: count * WIDTH }, (_, k) => {
    const item = Math.floor(k / WIDTH);
    return k % WIDTH === 0 ? 1 : k % WIDTH === 1 ? item * 1e-9 : 0;
  });
  const near = createSimilarItems(factors, RANK, WIDTH)(0, 5);
  assert.deepEqual(
    near.map(({ item }) => item).toSorted((a, b) => a - b),
    [1, 2, 3, 4, 5],
  );
});
