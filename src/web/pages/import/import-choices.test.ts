import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { choiceOf, ratingsOf } from './import-choices.ts';

const film = (movieId: number, title: string) => ({ movieId, title, genres: [], year: 1990 });
const doubt = (line: number, title: string, ...candidates: ReturnType<typeof film>[]) => ({
  line,
  title,
  year: 1991,
  rating: 3,
  candidates,
});
const answer = {
  format: 'letterboxd' as const,
  lines: 4,
  matched: [{ line: 2, title: 'Fargo', year: 1996, rating: 5, movie: film(1, 'Fargo') }],
  doubtful: [
    doubt(3, 'HEAT', film(2, 'Heat'), film(3, 'Heath')),
    doubt(4, 'Allien', film(4, 'Alien')),
    doubt(5, 'Fargo', film(1, 'Fargo')),
  ],
  unmatched: [],
};

describe('the ratings that a file becomes', () => {
  it('are what is sure, and doubts of the same title', () => {
    assert.deepEqual(ratingsOf(answer, new Map()), [
      { movieId: 2, rating: 3 },
      { movieId: 1, rating: 5 },
    ]);
  });

  it('follow what the person says of a doubt, none of these included', () => {
    const choices = new Map([
      [3, null],
      [4, 4],
    ]);
    assert.deepEqual(ratingsOf(answer, choices), [
      { movieId: 4, rating: 3 },
      { movieId: 1, rating: 5 },
    ]);
    assert.equal(choiceOf(doubt(9, 'Heat', film(2, 'Heat'), film(3, 'Heath')), new Map([[9, 3]])), 3);
  });
});
