import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyChanges, type OwnRating } from './rating-change.ts';

const movie = (movieId: number) => ({ movieId, title: `Film ${movieId}`, genres: ['Drama'], year: 1990 });
const own = (movieId: number, rating: number): OwnRating => ({
  ...movie(movieId),
  rating,
  timestamp: 100 - movieId,
});
const ratings = [own(1, 4), own(2, 3)];

describe('pending changes over the ratings that the server knows', () => {
  it('changes a rating in its place', () => {
    const [first] = applyChanges(ratings, [{ movie: movie(1), rating: 5, at: 200 }]);
    assert.deepEqual(first, { ...movie(1), rating: 5, timestamp: 200 });
  });

  it('puts a new rating first, with the fields of a rating only', () => {
    const changed = applyChanges(ratings, [{ movie: { ...movie(3), ...{ score: 9 } }, rating: 2, at: 200 }]);
    assert.deepEqual(
      changed.map(({ movieId }) => movieId),
      [3, 1, 2],
    );
    assert.deepEqual(changed[0], { ...movie(3), rating: 2, timestamp: 200 });
  });

  it('takes a rating back, and lets the last change of a film win', () => {
    const changes = [
      { movie: movie(2), rating: 5, at: 200 },
      { movie: movie(2), rating: null, at: 201 },
    ];
    assert.deepEqual(applyChanges(ratings, changes), [own(1, 4)]);
    assert.deepEqual(applyChanges(ratings, [{ movie: movie(9), rating: null, at: 1 }]), ratings);
  });

  it('leaves what it was given as it is', () => {
    applyChanges(ratings, [{ movie: movie(1), rating: null, at: 1 }]);
    assert.equal(ratings.length, 2);
  });
});
