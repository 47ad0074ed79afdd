/** The rating matrix is the same whatever the order of its ratings, and duplicates are settled and counted. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MatineeError } from '../domain/errors.ts';
import { createRatingMatrix } from './matrix.ts';
import { concatRatings, type RatingColumns, selectRatings } from './ratings.ts';

function columns(rows: readonly (readonly [string, number, number, number])[]): RatingColumns {
  return {
    users: rows.map(([user]) => user),
    movies: rows.map(([, movie]) => movie),
    ratings: rows.map(([, , rating]) => rating),
    timestamps: rows.map(([, , , timestamp]) => timestamp),
  };
}

/** The data of a matrix, without its functions. */
function contents(input: RatingColumns) {
  const { users, items, ...data } = createRatingMatrix(input);
  return { ...data, users: users.ids, items: items.ids };
}

const ratingRows = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom('ann', 'bob', 'cid', 'dee'),
    fc.integer({ min: 1, max: 9 }),
    fc.constantFrom(1, 2.5, 5),
    fc.nat(99),
  ),
  { selector: ([user, movie, , timestamp]) => `${user} ${movie} ${timestamp}`, maxLength: 40 },
);

describe('rating matrix', () => {
  test('lays ratings out by user and by film, in the order of their ids', () => {
    const matrix = createRatingMatrix(
      columns([
        ['b', 20, 4, 1],
        ['a', 20, 2, 1],
        ['a', 3, 5, 1],
      ]),
    );
    assert.deepEqual(matrix.users.ids, ['a', 'b']);
    assert.deepEqual(matrix.items.ids, [3, 20]);
    assert.deepEqual(matrix.byUser, {
      starts: Uint32Array.of(0, 2, 3),
      columns: Int32Array.of(0, 1, 1),
      values: Float32Array.of(5, 2, 4),
    });
    assert.deepEqual(matrix.byItem, {
      starts: Uint32Array.of(0, 1, 3),
      columns: Int32Array.of(0, 0, 1),
      values: Float32Array.of(5, 2, 4),
    });
    assert.equal(matrix.mean, 11 / 3);
  });

  test('keeps the latest of several ratings of a film by a user, and counts the others', () => {
    const matrix = createRatingMatrix(
      columns([
        ['a', 1, 5, 30],
        ['a', 1, 2, 10],
        ['a', 1, 3, 30],
        ['b', 1, 1, 5],
      ]),
    );
    assert.deepEqual(matrix.byUser.values, Float32Array.of(3, 1));
    assert.equal(matrix.duplicates, 2);
  });

  test('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(
        ratingRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => assert.deepEqual(contents(columns(shuffled)), contents(columns(rows))),
      ),
      { numRuns: 200, seed: 7 },
    );
  });

  test('is the same from blocks as from one list', () => {
    const all = columns([
      ['b', 20, 4, 1],
      ['a', 20, 2, 1],
      ['a', 3, 5, 1],
    ]);
    const blocks = [selectRatings(all, [0]), selectRatings(all, [1, 2])];
    assert.deepEqual(contents(concatRatings(blocks)), contents(all));
  });

  test('of no ratings is empty', () => {
    const matrix = createRatingMatrix(columns([]));
    assert.deepEqual([matrix.size, matrix.mean, matrix.users.size, matrix.items.size], [0, 0, 0, 0]);
  });

  test('refuses values that are no numbers, and columns of different lengths', () => {
    for (const [movie, rating, timestamp] of [
      [1, Number.NaN, 0],
      [1.5, 3, 0],
      [1, 3, Number.POSITIVE_INFINITY],
    ] as const) {
      assert.throws(() => createRatingMatrix(columns([['a', movie, rating, timestamp]])), MatineeError);
    }
    assert.throws(
      () => createRatingMatrix({ users: ['a'], movies: [], ratings: [], timestamps: [] }),
      MatineeError,
    );
  });
});
