import assert from 'node:assert/strict';
import { test } from 'node:test';
import { popularityOf } from './popularity.ts';

const film = (movieId: number, ratings: number, meanRating: number | null) => ({
  movieId,
  title: `Film ${movieId}`,
  genres: [],
  year: null,
  ratings,
  meanRating,
});

test('one perfect rating does not beat many good ones', () => {
  const { average, score } = popularityOf([film(1, 1, 5), film(2, 200, 4.5), film(3, 100, 3)]);
  assert.ok((average[1] ?? 0) > (average[0] ?? 0));
  assert.ok((score[1] ?? 0) > (score[0] ?? 0) && (score[1] ?? 0) > (score[2] ?? 0));
});

test('films without ratings are at the mean and at no popularity; none at all is no error', () => {
  const { average, score } = popularityOf([film(1, 10, 4), film(2, 0, null)]);
  assert.equal(average[1], 4);
  assert.equal(score[1], 0);
  assert.deepEqual([...popularityOf([film(1, 0, null)]).score], [0]);
  assert.equal(popularityOf([]).average.length, 0);
});
