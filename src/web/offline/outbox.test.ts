import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dropRating, queuedRatings, queueRating, readOutbox } from './outbox.ts';

const kept = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  },
});

const queued = (movieId: number, rating: number | null, at: number, userId = 'a') => ({
  userId,
  change: { movie: { movieId, title: `Film ${movieId}`, genres: [], year: null }, rating, at },
});
const summary = () =>
  queuedRatings().map(({ userId, change }) => [userId, change.movie.movieId, change.rating]);

describe('ratings that wait to be sent', () => {
  it('are kept once for each film of a person, the last standing', () => {
    queueRating(queued(1, 4, 10));
    queueRating(queued(2, 3, 11));
    queueRating(queued(1, 5, 12));
    queueRating(queued(1, null, 13, 'b'));
    assert.deepEqual(summary(), [
      ['a', 2, 3],
      ['a', 1, 5],
      ['b', 1, null],
    ]);
  });

  it('go when they were sent, unless they were changed meanwhile', () => {
    dropRating(queued(1, 4, 10));
    assert.equal(queuedRatings().length, 3, 'an older thought was sent');
    dropRating(queued(1, 5, 12));
    assert.deepEqual(summary(), [
      ['a', 2, 3],
      ['b', 1, null],
    ]);
    for (const each of queuedRatings()) dropRating(each);
    assert.equal(kept.size, 0);
  });

  it('are none where what was kept is spoilt', () => {
    for (const text of [null, '', '{', '7', '[null,{},{"userId":1,"change":{}}]']) {
      assert.deepEqual(readOutbox(text), []);
    }
  });
});
