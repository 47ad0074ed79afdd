import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sumShares } from './sum-shares.ts';

const part = (movieId: number, share: number) => ({ movieId, title: `Film ${movieId}`, rating: 4, share });
const explained = {
  score: 3.9,
  base: 3.4,
  exploration: 0,
  contributions: [part(1, 0.4), part(2, -0.1)],
  others: { count: 7, share: 0.2 },
};

describe('the sum of the shares of a score', () => {
  it('adds up to the score, in stars', () => {
    const { base, named, others, total, largest, decimals } = sumShares(explained, 'stars');
    assert.ok(Math.abs(base + named + others - total) < 1e-12);
    assert.deepEqual([total, largest, decimals], [3.9, 0.4, 2]);
  });

  it('adds up to a hundred where the score has no unit', () => {
    const sum = sumShares(explained, 'percent');
    assert.ok(Math.abs(sum.base + sum.named + sum.others - 100) < 1e-9);
    assert.equal(sum.contributions[0]?.share.toFixed(3), '10.256');
  });

  it('shows more decimals where every share is small, and bears a score of nothing', () => {
    assert.equal(sumShares({ ...explained, contributions: [part(1, 0.01)] }, 'stars').decimals, 3);
    const nothing = { ...explained, score: 0, base: 0, contributions: [], others: { count: 0, share: 0 } };
    assert.deepEqual([sumShares(nothing, 'percent').total, sumShares(nothing, 'percent').largest], [0, 0]);
  });
});
