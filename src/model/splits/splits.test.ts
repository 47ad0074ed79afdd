/** Every split keeps each rating once; what lies in the test part is what the split promises. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type RatingColumns, selectRatings } from '../ratings.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { randomSplit } from './random-split.ts';
import type { Split } from './split.ts';
import { temporalSplit } from './temporal-split.ts';
import { withholdItems } from './withhold-items.ts';

type Row = readonly [user: string, movie: number, timestamp: number];

function columns(rows: readonly Row[]): RatingColumns {
  return {
    users: rows.map(([user]) => user),
    movies: rows.map(([, movie]) => movie),
    ratings: rows.map(() => 3),
    timestamps: rows.map(([, , timestamp]) => timestamp),
  };
}

const rows = fc.uniqueArray(fc.tuple(fc.constantFrom('ann', 'bob', 'cid'), fc.nat(30), fc.nat(5)), {
  selector: ([user, movie]) => `${user} ${movie}`,
  maxLength: 60,
});
const runs = { numRuns: 150, seed: 3 };

const SPLITS: Readonly<Record<string, (columns: RatingColumns) => Split>> = {
  random: (input) => randomSplit(input, 0.2, 42),
  temporal: (input) => temporalSplit(input, 0.2),
  'leave-one-out': leaveOneOut,
  'withhold items': (input) => withholdItems(input, 2, 42),
};

for (const [name, split] of Object.entries(SPLITS)) {
  test(`${name}: every rating lies in one part, in its order`, () => {
    fc.assert(
      fc.property(rows, (input) => {
        const { train, test: held } = split(columns(input));
        assert.deepEqual(
          [...train, ...held].sort((a, b) => a - b),
          [...input.keys()],
        );
        assert.deepEqual(train, train.toSorted());
        assert.deepEqual(held, held.toSorted());
      }),
      runs,
    );
  });
}

describe('random split', () => {
  test('has the size asked for', () => {
    fc.assert(
      fc.property(rows, (input) => {
        const { test: held } = randomSplit(columns(input), 0.2, 42);
        const expected = input.length < 2 ? 0 : Math.max(1, Math.round(input.length * 0.2));
        assert.equal(held.length, expected);
      }),
      runs,
    );
  });

  test('withholds the same ratings in whatever order they come, others for another seed', () => {
    const all = columns(Array.from({ length: 100 }, (_, k): Row => [`user ${k % 7}`, k, k]));
    const reversed = selectRatings(
      all,
      Array.from({ length: 100 }, (_, k) => 99 - k),
    );
    const withheld = (input: RatingColumns, seed: number) =>
      Array.from(selectRatings(input, randomSplit(input, 0.2, seed).test).movies).sort((a, b) => a - b);
    assert.deepEqual(withheld(reversed, 42), withheld(all, 42));
    assert.notDeepEqual(withheld(all, 43), withheld(all, 42));
  });
});

test('temporal split: nothing in training is later than a test rating; ties go by place', () => {
  const { train, test: held } = temporalSplit(
    columns([
      ['a', 1, 9],
      ['a', 2, 5],
      ['b', 3, 5],
      ['b', 4, 5],
      ['c', 5, 1],
    ]),
    0.4,
  );
  assert.deepEqual([...held], [0, 3]);
  assert.deepEqual([...train], [1, 2, 4]);
});

test('leave-one-out: the latest of each user, but not an only rating', () => {
  const { test: held } = leaveOneOut(
    columns([
      ['a', 1, 9],
      ['a', 2, 5],
      ['b', 3, 5],
      ['c', 4, 2],
      ['c', 5, 2],
    ]),
  );
  assert.deepEqual([...held], [0, 4]);
});

test('withhold items: so many of each user, at most half', () => {
  const input = columns([
    ...Array.from({ length: 9 }, (_, k): Row => ['a', k, 0]),
    ['b', 1, 0],
    ['c', 1, 0],
    ['c', 2, 0],
  ]);
  const { users } = selectRatings(input, withholdItems(input, 3, 1).test);
  assert.deepEqual(users, ['a', 'a', 'a', 'c']);
});
