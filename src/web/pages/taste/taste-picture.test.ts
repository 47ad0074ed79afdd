import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tastePicture } from './taste-picture.ts';

const rated = (movieId: number, rating: number, year: number | null, ...genres: string[]) => ({
  movieId,
  title: `Film ${movieId}`,
  genres,
  year,
  rating,
  timestamp: movieId,
});

describe('the picture of a taste', () => {
  it('counts genres and decades, and how they compare with the mean of everything', () => {
    const { mean, genres, decades } = tastePicture([
      rated(1, 5, 1975, 'War', 'Drama'),
      rated(2, 4, 1979, 'Drama'),
      rated(3, 0.5, 1994, 'Horror'),
      rated(4, 2.5, null),
    ]);
    assert.equal(mean, 3);
    assert.deepEqual(genres, [
      { key: 'Drama', count: 2, mean: 4.5, above: 1.5 },
      { key: 'Horror', count: 1, mean: 0.5, above: -2.5 },
      { key: 'War', count: 1, mean: 5, above: 2 },
    ]);
    assert.deepEqual(decades, [
      { key: 1970, count: 2, mean: 4.5, above: 1.5 },
      { key: 1980, count: 0, mean: 3, above: 0 },
      { key: 1990, count: 1, mean: 0.5, above: -2.5 },
    ]);
  });

  it('is empty for somebody who has rated nothing', () => {
    assert.deepEqual(tastePicture([]), { mean: 0, genres: [], decades: [] });
  });
});
