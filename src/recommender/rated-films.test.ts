/** Packed ratings say what a map of them would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type RatedFilm, RatedFilms } from './rated-films.ts';

const film = fc.record(
  {
    rating: fc.option(fc.double({ min: 0.5, max: 5, noNaN: true })),
    eventTime: fc.nat(Number.MAX_SAFE_INTEGER),
    offset: fc.nat(Number.MAX_SAFE_INTEGER),
  },
  { noNullPrototype: true },
);
const entries = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), film), { maxLength: 60 });

const ascending = (known: Map<number, RatedFilm>) => [...known].sort(([a], [b]) => a - b);

test('what is put in one by one, and what is packed at once, is what a map holds, by ascending film', () => {
  fc.assert(
    fc.property(entries, entries, (first, later) => {
      const packed = RatedFilms.of(first);
      const known = new Map(first);
      assert.deepEqual([...packed], ascending(known));
      for (const [movieId, value] of later) {
        packed.set(movieId, value);
        known.set(movieId, value);
      }
      assert.deepEqual([...packed], ascending(known));
      assert.equal(packed.size, known.size);
      for (let movieId = 0; movieId <= 31; movieId++)
        assert.deepEqual(packed.get(movieId), known.get(movieId));
      const rated: [number, number, number][] = [];
      packed.visitRated((movieId, rating, eventTime) => rated.push([movieId, rating, eventTime]));
      assert.deepEqual(
        rated,
        ascending(known).flatMap(([movieId, { rating, eventTime }]) =>
          rating === null ? [] : [[movieId, rating, eventTime]],
        ),
      );
    }),
  );
});
