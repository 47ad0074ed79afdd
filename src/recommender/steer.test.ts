import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createCatalogue } from './catalogue.ts';
import { applyRating, emptyHistory } from './history.ts';
import { createPerson } from './person.ts';
import { byValue, isSteered, type Steering, steeredValues } from './steer.ts';

/** Sixty films, from 1940 on, the later the more ratings; every third is a western, the others dramas. */
const catalogue = createCatalogue(
  Array.from({ length: 60 }, (_, row) => ({
    movieId: row + 1,
    title: `Film ${row}`,
    genres: row % 3 === 0 ? ['Western'] : ['Drama'],
    year: row === 59 ? null : 1940 + row,
    ratings: row,
    meanRating: 3,
  })),
);

/** Somebody who has rated dramas only. */
function dramaLover() {
  const history = emptyHistory();
  for (const movieId of [2, 3, 5]) applyRating(history, movieId, { rating: 4, eventTime: 1, offset: 1 });
  return createPerson(history);
}

/** Best first by score: the rows as they come, so that no other order can be an accident. */
const pool = Array.from({ length: 60 }, (_, place) => (place * 7) % 60);
const steer = (steering: Steering) => byValue(pool, steeredValues(catalogue, dramaLover(), pool, steering));
const mean = (rows: readonly number[], of: (row: number) => number) =>
  rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
const top = (steering: Steering) => steer(steering).slice(0, 15);

describe('steering', () => {
  it('leaves everything where it is when nothing is asked for', () => {
    assert.equal(isSteered(undefined), false);
    assert.equal(isSteered({ popularity: 0, novelty: 0 }), false);
    assert.equal(isSteered({ era: 1950 }), true);
    assert.deepEqual(steer({}), pool);
  });

  it('brings the well-known to the front, or the little known', () => {
    const ratings = (steering: Steering) => mean(top(steering), (row) => row);
    assert.ok(
      ratings({ popularity: 0.5 }) > ratings({}) && ratings({ popularity: 1 }) > ratings({ popularity: 0.5 }),
    );
    assert.ok(ratings({ popularity: -1 }) < ratings({ popularity: -0.5 }));
  });

  it('brings genres to the front that the person has rated little', () => {
    const westerns = (steering: Steering) => mean(top(steering), (row) => (row % 3 === 0 ? 1 : 0));
    assert.ok(westerns({ novelty: 0.5 }) > westerns({}));
    assert.equal(westerns({ novelty: 1 }), 1);
  });

  it('brings films around a year to the front, and none without a year', () => {
    const distance = (steering: Steering) => mean(top(steering), (row) => Math.abs(1940 + row - 1955));
    assert.ok(distance({ era: 1955 }) < distance({}) / 2);
    assert.ok(!top({ era: 1998 }).includes(59));
  });

  it('never loses or adds a film', () => {
    const steering = fc.record({
      popularity: fc.double({ min: -1, max: 1, noNaN: true }),
      novelty: fc.double({ min: 0, max: 1, noNaN: true }),
      era: fc.integer({ min: 1870, max: 2200 }),
    });
    fc.assert(
      fc.property(steering, (asked) => {
        assert.deepEqual(
          steer(asked).toSorted((a, b) => a - b),
          pool.toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
