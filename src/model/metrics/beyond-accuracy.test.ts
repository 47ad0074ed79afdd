/** Metrics of what lists are like besides right: by hand, and the properties that hold for all lists. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { miscalibration } from './calibration.ts';
import { giniIndex } from './gini.ts';
import { intraListDiversity } from './intra-list-diversity.ts';
import { popularityPercentile } from './popularity-percentile.ts';

const CATALOGUE = 12;
const lists = fc.array(fc.uniqueArray(fc.nat(CATALOGUE - 1), { maxLength: 6 }), { maxLength: 8 });
const genres = fc.array(fc.uniqueArray(fc.constantFrom('Drama', 'War', 'Comedy'), { maxLength: 3 }), {
  minLength: CATALOGUE,
  maxLength: CATALOGUE,
});
const support = fc.array(fc.nat(50), { minLength: CATALOGUE, maxLength: CATALOGUE });
const runs = { numRuns: 200, seed: 5 };

function close(actual: number | null, expected: number): void {
  assert.ok(actual !== null && Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);
}

function within(value: number | null, low: number, high: number): void {
  assert.ok(value === null || (value >= low - 1e-12 && value <= high + 1e-12), `${value}`);
}

describe('intra-list diversity', () => {
  const byHand = [['Drama'], ['Drama', 'War'], ['Comedy'], []];
  const of = (item: number) => byHand[item] ?? [];

  test('by hand', () => {
    close(intraListDiversity([[0, 1, 2, 3]], of), (1 / 2 + 1 + 1) / 3);
    close(intraListDiversity([[0, 2], [0, 1], [3]], of), (1 + 1 / 2) / 2);
    assert.equal(intraListDiversity([[0], [3, 0], []], of), null);
  });

  test('lies in [0, 1], whatever the order; 0 for films all of the same genres', () => {
    fc.assert(
      fc.property(lists, genres, (all, genresOf) => {
        const value = intraListDiversity(all, (item) => genresOf[item] ?? []);
        within(value, 0, 1);
        const reversed = intraListDiversity(
          all.map((list) => list.toReversed()),
          (item) => genresOf[item] ?? [],
        );
        if (value === null) assert.equal(reversed, null);
        else close(reversed, value);
        assert.ok(!intraListDiversity(all, () => ['Drama']));
      }),
      runs,
    );
  });
});

describe('popularity percentile', () => {
  test('by hand, ties counting half', () => {
    close(popularityPercentile([[0], [3, 1]], [5, 1, 1, 9]), (2.5 / 4 + 3.5 / 4 + 1 / 4) / 3);
    assert.equal(popularityPercentile([[]], [1]), null);
  });

  test('is 1/2 of the whole catalogue, and as a plain count of pairs has it', () => {
    fc.assert(
      fc.property(support, lists, (ratings, all) => {
        close(popularityPercentile([[...ratings.keys()]], ratings), 1 / 2);
        const percentile = (item: number) =>
          ratings.reduce((sum, other) => {
            const own = ratings[item] ?? 0;
            return sum + (other < own ? 1 : other === own ? 1 / 2 : 0);
          }, 0) / CATALOGUE;
        const items = all.flat();
        const value = popularityPercentile(all, ratings);
        if (items.length === 0) assert.equal(value, null);
        else close(value, items.reduce((sum, item) => sum + percentile(item), 0) / items.length);
      }),
      runs,
    );
  });
});

describe('Gini index', () => {
  test('by hand', () => {
    close(
      giniIndex(
        [
          [0, 1],
          [2, 3],
        ],
        4,
      ),
      0,
    );
    close(giniIndex([[0], [0]], 4), 3 / 4);
    assert.equal(giniIndex([[]], 4), null);
  });

  test('is the mean difference over all pairs of films, divided by twice the mean', () => {
    fc.assert(
      fc.property(lists, (all) => {
        const counts = Array.from(
          { length: CATALOGUE },
          (_, item) => all.flat().filter((k) => k === item).length,
        );
        const total = counts.reduce((sum, count) => sum + count, 0);
        const value = giniIndex(all, CATALOGUE);
        if (total === 0) return assert.equal(value, null);
        const pairs = counts.flatMap((a) => counts.map((b) => Math.abs(a - b)));
        close(value, pairs.reduce((sum, gap) => sum + gap, 0) / (2 * CATALOGUE * total));
      }),
      runs,
    );
  });
});

describe('calibration', () => {
  const of = (item: number) => [['Drama'], ['War'], ['Drama', 'War'], []][item] ?? [];

  test('by hand', () => {
    const [p, q] = [
      [0.75, 0.25],
      [1, 0],
    ];
    const smoothed = p.map((share, genre) => 0.99 * (q[genre] ?? 0) + 0.01 * share);
    const expected = p.reduce(
      (sum, share, genre) => sum + share * Math.log2(share / (smoothed[genre] ?? 0)),
      0,
    );
    close(miscalibration([{ history: [0, 2], list: [0, 3] }], of), expected);
    assert.equal(
      miscalibration(
        [
          { history: [3], list: [0] },
          { history: [0], list: [] },
        ],
        of,
      ),
      null,
    );
  });

  test('is 0 for a list like the history, and never below', () => {
    fc.assert(
      fc.property(lists, lists, genres, (histories, all, genresOf) => {
        const of = (item: number) => genresOf[item] ?? [];
        const people = histories.map((history, place) => ({ history, list: all[place] ?? [] }));
        within(miscalibration(people, of), 0, Number.POSITIVE_INFINITY);
        const alike = miscalibration(
          histories.map((history) => ({ history, list: history })),
          of,
        );
        if (alike !== null) close(alike, 0);
      }),
      runs,
    );
  });
});
