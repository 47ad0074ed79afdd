/** Printed parts of a score add up to the printed score, whatever they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { explanationLines } from './explanations.ts';

const share = fc.double({ min: -3, max: 3, noNaN: true });
const parts = fc.record({
  base: share,
  exploration: fc.constantFrom(0, 0.25),
  shares: fc.array(share, { maxLength: 12 }),
});

test('what is printed of a score adds up', () => {
  fc.assert(
    fc.property(parts, ({ base, exploration, shares }) => {
      const score = shares.reduce((sum, value) => sum + value, base + exploration);
      const contributions = shares.map((value, place) => ({
        movieId: place + 1,
        title: `Film ${place}`,
        rating: 4,
        share: value,
      }));
      const explained = { score, base, exploration, contributions, others: { count: 0, share: 0 } };
      const lines = explanationLines({ score: explained, predictedRating: null });
      const figures = lines.map((line) => Math.round(1_000 * Number(line.split(' ').at(-1))));
      const total = figures.pop() ?? Number.NaN;
      assert.equal(
        figures.reduce((sum, figure) => sum + figure, 0),
        total,
      );
      assert.equal(total, Math.round(1_000 * score) + 0, 'not -0');
      const named = Math.min(5, shares.length);
      const others = shares.length > 5 ? 1 : 0;
      assert.equal(lines.length, 1 + (exploration === 0 ? 0 : 1) + named + others + 1);
    }),
    { seed: 6 },
  );
});

test('what no model says anything of is left out', () => {
  assert.deepEqual(explanationLines({ score: null, predictedRating: null }), []);
});
