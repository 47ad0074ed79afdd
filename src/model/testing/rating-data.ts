/** Rating data for the tests of models: made up, or read from MovieLens 100K. */
import { readFileSync } from 'node:fs';
import type { EvaluationColumns } from '../evaluate/columns.ts';
import { hashPair } from '../random.ts';
import type { RatingColumns } from '../ratings.ts';

export type RatingRow = readonly [user: string, movie: number, rating: number];

/** Columns from rows; each is a second later than the one before. */
export function columnsOf(rows: readonly RatingRow[]): RatingColumns {
  return {
    users: rows.map(([user]) => user),
    movies: Int32Array.from(rows, ([, movie]) => movie),
    ratings: Float32Array.from(rows, ([, , rating]) => rating),
    timestamps: Float64Array.from(rows, (_, place) => place),
  };
}

/** Rows and columns of the checkerboard. */
export const BOARD = 20;

/**
 * A checkerboard: user r rates film c where both are even or both odd, but for the diagonal, which is withheld (benfred/implicit,
 * `recommender_base_test.py`). With `white` above 0 the other fields are rated too, with that.
 */
export function checkerboard(white: number): RatingColumns {
  const rows: RatingRow[] = [];
  for (let user = 0; user < BOARD; user++) {
    for (let movie = 0; movie < BOARD; movie++) {
      const rating = (user + movie) % 2 === 0 ? 5 : white;
      if (user !== movie && rating > 0) rows.push([`user ${user}`, movie + 1, rating]);
    }
  }
  return columnsOf(rows);
}

/** Ratings of people with two hidden tastes, a third of all pairs, drawn from a fixed sequence. */
export function tasteRatings(users: number, movies: number): RatingColumns {
  const rows: RatingRow[] = [];
  for (let user = 0; user < users; user++) {
    for (let movie = 0; movie < movies; movie++) {
      if (hashPair(user, movie) % 3 !== 0) continue;
      const liking = Math.sin(user) * Math.cos(movie) + Math.cos(2 * user) * Math.sin(3 * movie);
      rows.push([`user ${user}`, movie + 1, Math.min(5, Math.max(1, Math.round(3 + liking)))]);
    }
  }
  return columnsOf(rows);
}

/** Reads a file of the layout of `u.data`. */
export function readRatings(path: string): EvaluationColumns {
  const rows = readFileSync(path, 'latin1')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const numbers = (field: number) => Float64Array.from(rows, (row) => Number(row[field]));
  return {
    users: rows.map(([user = '']) => user),
    items: rows.map(([, item = '']) => item),
    ratings: numbers(2),
    timestamps: numbers(3),
  };
}
