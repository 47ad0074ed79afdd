import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLearning } from './learning.ts';

const RANK = 3;
const factor = fc.double({ min: -2, max: 2, noNaN: true });
const films = fc.array(fc.tuple(factor, factor, factor), { minLength: 4, maxLength: 8 });

/** λI plus the outer products of some films. */
function equations(of: readonly (readonly number[])[], weight: number): Float64Array {
  return Float64Array.from({ length: RANK * RANK }, (_, k) => {
    const [i, j] = [Math.floor(k / RANK), k % RANK];
    return (i === j ? 0.5 : 0) + weight * of.reduce((sum, y) => sum + (y[i] ?? 0) * (y[j] ?? 0), 0);
  });
}

describe('what would be learned from a rating', () => {
  it('is, after one, what the equations with it say', () => {
    fc.assert(
      fc.property(films, fc.double({ min: 0.1, max: 3, noNaN: true }), (list, weight) => {
        const factors = Float64Array.from(list.flat());
        const learning = createLearning(equations([], weight), factors, RANK, weight).after(1).after(3);
        const [, second = [], , fourth = []] = list;
        const direct = createLearning(equations([second, fourth], weight), factors, RANK, weight);
        for (const item of list.keys()) {
          assert.ok(Math.abs(learning.gain(item) - direct.gain(item)) < 1e-8);
        }
      }),
    );
  });

  it('is less the second time, and nothing from a film of no factors', () => {
    const factors = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0);
    const learning = createLearning(equations([], 1), factors, RANK, 1);
    assert.ok(learning.gain(0) > learning.after(0).gain(0));
    assert.equal(
      learning.after(0).gain(1),
      learning.gain(1),
      'films at right angles say nothing of each other',
    );
    assert.equal(learning.gain(2), 0);
  });
});
