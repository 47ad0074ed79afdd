/** What every store owes the dashboard and the trainer: exact aggregations, and the whole index in blocks. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Bucket, Grouping, RatingFilter, Store } from '../store.ts';
import { expectedBuckets, survivors } from './oracle.contract.ts';
import { index, type OpenEmptyStore, pseudonym, sampleRating, withStore } from './samples.contract.ts';

const arbitraryRatings = fc
  .array(
    fc.record({
      user: fc.integer({ min: 1, max: 30 }),
      movie: fc.integer({ min: 1, max: 40 }),
      rating: fc.option(
        fc.integer({ min: 1, max: 10 }).map((half) => half / 2),
        { freq: 20 },
      ),
      timestamp: fc.integer({ min: 0, max: 2_000_000_000 }),
    }),
    { minLength: 300, maxLength: 600, size: 'max' },
  )
  .map((fields) => fields.map((each, offset) => sampleRating({ ...each, offset, eventTime: offset })));

const arbitraryGrouping: fc.Arbitrary<Grouping> = fc.oneof(
  fc.record({
    kind: fc.constant('terms'),
    field: fc.constantFrom(
      'rating',
      'movie.movieId',
      'movie.genres',
      'movie.year',
      'user.userId',
      'user.ageBand',
      'user.gender',
      'user.occupation',
    ),
    size: fc.integer({ min: 1, max: 50 }),
    orderBy: fc.constantFrom('count', 'average', 'key'),
  }),
  fc.record({
    kind: fc.constant('histogram'),
    field: fc.constantFrom('rating', 'movie.year'),
    interval: fc.constantFrom(0.5, 1, 2, 10),
  }),
  fc.record({
    kind: fc.constant('date_histogram'),
    interval: fc.constantFrom('day', 'week', 'month', 'year'),
  }),
  fc.record({ kind: fc.constant('hour_of_day') }),
  fc.record({ kind: fc.constant('weekday') }),
);

const some = <Value>(values: fc.Arbitrary<Value>) => fc.array(values, { minLength: 0, maxLength: 4 });

const arbitraryFilter: fc.Arbitrary<RatingFilter> = fc.record(
  {
    terms: fc.record(
      {
        rating: some(fc.integer({ min: 1, max: 10 }).map((half) => half / 2)),
        'movie.movieId': some(fc.integer({ min: 1, max: 45 })),
        'movie.genres': some(fc.constantFrom('Action', 'Comedy', 'Drama', 'none such')),
        'movie.year': some(fc.integer({ min: 1950, max: 2000 })),
        'user.userId': some(fc.integer({ min: 1, max: 35 }).map(pseudonym)),
        'user.ageBand': some(fc.constantFrom('18-24', '25-34', '35-44')),
        'user.gender': some(fc.constantFrom('F', 'M')),
        'user.occupation': some(fc.constantFrom('occupation 1', 'occupation 2')),
      },
      { requiredKeys: [] },
    ),
    timestamp: fc.record(
      {
        from: fc.integer({ min: 0, max: 1_500_000_000 }),
        to: fc.integer({ min: 500_000_000, max: 2_000_000_000 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

export function aggregationsContract(open: OpenEmptyStore): void {
  describe('aggregations', () => {
    it('are what a loop over the documents gives', async () => {
      await withStore(open, async (store) => {
        const [writes = []] = fc.sample(arbitraryRatings, { numRuns: 1, seed: 7 });
        await index(store, writes);
        const documents = survivors(writes);
        const query = fc.record({ groupBy: arbitraryGrouping, filter: arbitraryFilter });
        const property = fc.asyncProperty(query, async (asked) => {
          assertBuckets(await store.aggregate(asked), expectedBuckets(documents, asked));
        });
        await fc.assert(property, { numRuns: 400, seed: 42 });
      });
    });

    it('give no buckets for an empty index', async () => {
      await withStore(open, async (store) => {
        assert.deepEqual(await store.aggregate({ groupBy: { kind: 'weekday' } }), []);
      });
    });

    it('refuse an interval or a size that means nothing', async () => {
      await withStore(open, async (store) => {
        for (const interval of [0, -1, Number.NaN]) {
          const groupBy = { kind: 'histogram', field: 'rating', interval } as const;
          await assert.rejects(store.aggregate({ groupBy }), { code: 'BAD_INPUT' });
        }
        const groupBy = { kind: 'terms', field: 'rating', size: -1, orderBy: 'key' } as const;
        await assert.rejects(store.aggregate({ groupBy }), { code: 'BAD_INPUT' });
      });
    });
  });

  describe('scan', () => {
    it('gives every rating once, without tombstones', async () => {
      await withStore(open, async (store) => {
        const [writes = []] = fc.sample(arbitraryRatings, { numRuns: 1, seed: 11 });
        await index(store, writes);
        const expected = survivors(writes).map(
          ({ user, movie, rating, timestamp }) => `${user.userId} ${movie.movieId} ${rating} ${timestamp}`,
        );
        assert.deepEqual((await scanned(store)).sort(), expected.sort());
      });
    });

    it('of an empty index gives nothing', async () => {
      await withStore(open, async (store) => assert.deepEqual(await scanned(store), []));
    });

    it('can be left in the middle, and begun again', async () => {
      await withStore(open, async (store) => {
        await index(store, [sampleRating(), sampleRating({ user: 2 })]);
        for await (const _block of store.scanRatings()) break;
        assert.equal((await scanned(store)).length, 2);
      });
    });
  });
}

async function scanned(store: Store): Promise<string[]> {
  const found: string[] = [];
  for await (const { users, movies, ratings, timestamps } of store.scanRatings()) {
    for (const [place, user] of users.entries()) {
      found.push(`${user} ${movies[place]} ${ratings[place]} ${timestamps[place]}`);
    }
  }
  return found;
}

function assertBuckets(actual: readonly Bucket[], expected: readonly Bucket[]): void {
  const rounded = (buckets: readonly Bucket[]) =>
    buckets.map(({ key, count, average }) => ({ key, count, average: average.toFixed(6) }));
  assert.deepEqual(rounded(actual), rounded(expected));
}
