/** Metrics against hand-worked lists, and the properties that hold for every list. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { averagePrecisionAtK } from './average-precision.ts';
import { coverage } from './coverage.ts';
import { hitAtK } from './hit-rate.ts';
import { mae } from './mae.ts';
import { ndcgAtK } from './ndcg.ts';
import { novelty } from './novelty.ts';
import { precisionAtK } from './precision.ts';
import type { RankingMetric } from './ranking-metric.ts';
import { recallAtK } from './recall.ts';
import { reciprocalRankAtK } from './reciprocal-rank.ts';
import { rmse } from './rmse.ts';

const METRICS: Readonly<Record<string, RankingMetric>> = {
  ndcg: ndcgAtK,
  recall: recallAtK,
  precision: precisionAtK,
  averagePrecision: averagePrecisionAtK,
  reciprocalRank: reciprocalRankAtK,
  hit: hitAtK,
};

function close(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);
}

describe('metrics of one list', () => {
  const list = [10, 20, 30, 40];
  const relevant = new Set([20, 40, 50]);

  test('by hand: hits at places 2 and 4, three relevant, k = 4', () => {
    close(ndcgAtK(list, relevant, 4), (1 / Math.log2(3) + 1 / Math.log2(5)) / (1 + 1 / Math.log2(3) + 1 / 2));
    close(recallAtK(list, relevant, 4), 2 / 3);
    close(precisionAtK(list, relevant, 4), 1 / 2);
    close(averagePrecisionAtK(list, relevant, 4), (1 / 2 + 2 / 4) / 3);
    close(reciprocalRankAtK(list, relevant, 4), 1 / 2);
    close(hitAtK(list, relevant, 4), 1);
  });

  test('by hand: the same list cut at k = 2 and at k = 1', () => {
    close(ndcgAtK(list, relevant, 2), 1 / Math.log2(3) / (1 + 1 / Math.log2(3)));
    close(averagePrecisionAtK(list, relevant, 2), 1 / 2 / 2);
    close(recallAtK(list, relevant, 2), 1 / 3);
    for (const metric of Object.values(METRICS)) close(metric(list, relevant, 1), 0);
  });

  test('a list shorter than k is judged as if misses filled it', () => {
    close(precisionAtK([20], relevant, 10), 1 / 10);
    close(averagePrecisionAtK([20], relevant, 10), 1 / 3);
  });

  for (const [name, metric] of Object.entries(METRICS)) {
    test(`${name} is null on empty truth`, () => assert.equal(metric(list, new Set(), 3), null));

    test(`${name} lies in [0, 1], is 0 without hits, and never falls when a hit moves up`, () => {
      const lists = fc.record({
        recommended: fc.uniqueArray(fc.nat(20), { maxLength: 12 }),
        relevant: fc.uniqueArray(fc.nat(20), { minLength: 1, maxLength: 12 }),
        k: fc.integer({ min: 1, max: 12 }),
        place: fc.nat(11),
      });
      fc.assert(
        fc.property(lists, ({ recommended, relevant, k, place }) => {
          const truth = new Set(relevant);
          const value = metric(recommended, truth, k) ?? Number.NaN;
          assert.ok(value >= 0 && value <= 1 + 1e-12);
          if (!recommended.slice(0, k).some((item) => truth.has(item))) assert.equal(value, 0);
          const hit = recommended[place];
          const above = recommended[place - 1];
          if (hit === undefined || above === undefined || !truth.has(hit)) return;
          const better = recommended.with(place - 1, hit).with(place, above);
          assert.ok((metric(better, truth, k) ?? Number.NaN) >= value - 1e-12);
        }),
        { numRuns: 200, seed: 11 },
      );
    });
  }

  test('ndcg is 1 exactly for a list that begins with everything relevant it has room for', () => {
    close(ndcgAtK([1, 2, 3], new Set([3, 1, 2, 4]), 3), 1);
    close(ndcgAtK([1, 2, 9], new Set([2, 1]), 3), 1);
  });
});

describe('metrics of predictions', () => {
  test('by hand', () => {
    close(rmse([1, 2, 5], [2, 2, 3]), Math.sqrt(5 / 3));
    close(mae([1, 2, 5], [2, 2, 3]), 1);
  });

  test('are null of nothing', () => {
    assert.equal(rmse([], []), null);
    assert.equal(mae([], []), null);
  });
});

describe('metrics of all lists', () => {
  test('coverage counts distinct items', () => {
    close(
      coverage(
        [
          [1, 2],
          [2, 3],
        ],
        4,
      ),
      3 / 4,
    );
    close(coverage([], 4), 0);
    assert.equal(coverage([[1]], 0), null);
  });

  test('novelty is the mean self-information in bits', () => {
    close(novelty([[0, 1], [0]], [2, 1, 1]), (1 + 2 + 1) / 3);
    assert.equal(novelty([[]], [1]), null);
    assert.equal(novelty([[1]], [1, 0]), null);
  });
});
