import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrangeQuestions } from './arrange-questions.ts';

const film = (movieId: number) => ({ movieId, title: `Film ${movieId}`, genres: [], year: null });
const films = (...ids: number[]) => ids.map(film);
const ids = (list: readonly { movieId: number }[]) => list.map(({ movieId }) => movieId);
const none = () => false;

describe('questions on the page', () => {
  it('fill the places in their order', () => {
    assert.deepEqual(ids(arrangeQuestions([], films(1, 2, 3, 4), none, 3)), [1, 2, 3]);
    assert.deepEqual(ids(arrangeQuestions([], films(1), none, 3)), [1]);
  });

  it('stay in their places until they are answered, whatever the new order is', () => {
    const arranged = arrangeQuestions(films(1, 2, 3), films(9, 3, 8), (id) => id === 2, 3);
    assert.deepEqual(ids(arranged), [1, 9, 3]);
  });

  it('go when nothing is left to ask', () => {
    assert.deepEqual(ids(arrangeQuestions(films(1, 2), [], (id) => id === 1, 2)), [2]);
    assert.deepEqual(
      arrangeQuestions(films(1), films(1), () => true, 2),
      [],
    );
  });
});
