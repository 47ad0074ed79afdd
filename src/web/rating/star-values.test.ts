import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { starFill, starValues } from './star-values.ts';

describe('the values of the stars', () => {
  it('are whole where the data has whole ratings, and halves where it has halves', () => {
    assert.deepEqual(starValues({ minimum: 1, maximum: 5, step: 1 }), [1, 2, 3, 4, 5]);
    assert.deepEqual(starValues({ minimum: 0.5, maximum: 2, step: 0.5 }), [0.5, 1, 1.5, 2]);
    assert.deepEqual(starValues({ minimum: 0.5, maximum: 1.5, step: 0.1 }), [0.5, 1, 1.5]);
  });

  it('fill the stars from the left', () => {
    assert.deepEqual(
      [0, 1, 2].map((index) => starFill(1.5, index)),
      [1, 0.5, 0],
    );
  });
});
