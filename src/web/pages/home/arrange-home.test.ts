import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecommendedItem } from '../../../api/schemas/recommendation.ts';
import { arrangeHome } from './arrange-home.ts';

const item = (movieId: number): RecommendedItem => ({
  movieId,
  title: `Film ${movieId}`,
  genres: [],
  year: null,
  position: 1,
  score: 1,
  predictedRating: null,
  reasons: [],
});
const row = (kind: 'for-you' | 'popular', ...movieIds: number[]) => ({
  recommendationId: kind,
  kind,
  title: kind,
  items: movieIds.map(item),
});
const idsOf = (rows: { items: RecommendedItem[] }[]) =>
  rows.map(({ items }) => items.map(({ movieId }) => movieId));

describe('the arrangement of home', () => {
  it('lifts the very first film out of its row', () => {
    const { first, others } = arrangeHome([row('for-you', 1, 2), row('popular', 3)], () => false);
    assert.equal(first?.item.movieId, 1);
    assert.deepEqual(idsOf(others), [[2], [3]]);
  });

  it('shows the one of the first films large that the person would rate highest', () => {
    const rated = row('for-you', 1, 2, 3);
    const predictions = [2.3, 4.6, 4.1];
    rated.items = rated.items.map((film, place) => ({
      ...film,
      predictedRating: predictions[place] ?? null,
    }));
    const { first, others } = arrangeHome([rated], () => false);
    assert.equal(first?.item.movieId, 2);
    assert.deepEqual(idsOf(others), [[1, 3]]);
  });

  it('shows a film once, leaves hidden films out, and rows that are empty then', () => {
    const { first, others } = arrangeHome([row('for-you', 9, 1), row('popular', 1, 9)], (id) => id === 9);
    assert.equal(first?.item.movieId, 1);
    assert.deepEqual(others, []);
  });

  it('has nothing to show for nothing', () => {
    assert.deepEqual(
      arrangeHome([], () => false),
      { first: null, others: [] },
    );
  });
});
