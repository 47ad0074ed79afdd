/** What every store owes the dashboard and the trainer: exact aggregations, and the whole index in blocks. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { demographicsKey } from '../../domain/demographics.ts';
import type { Bucket, Grouping, RatingFilter, Store } from '../store.ts';
import { expectedBuckets, survivors } from './oracle.contract.ts';
import {
  index,
  type OpenEmptyStore,
  type OpenedStore,
  pseudonym,
  samplePerson,
  sampleRating,
  scannedRatings,
} from './samples.contract.ts';

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
  fc.record({ kind: fc.constant('hour_of_week') }),
  fc.record({ kind: fc.constant('demographics') }),
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
    demographics: some(
      fc.integer({ min: 1, max: 30 }).map((number) => demographicsKey(samplePerson(number))),
    ),
  },
  { requiredKeys: [] },
);

export function aggregationsContract(open: OpenEmptyStore): void {
  describe('aggregations and scans', () => {
    const [writes = []] = fc.sample(arbitraryRatings, { numRuns: 1, seed: 7 });
    const documents = survivors(writes);
    let opened: OpenedStore;
    let store: Store;
    before(async () => {
      opened = await open();
      store = opened.store;
      await index(store, writes);
    });
    after(() => opened.dispose());

    it('give the buckets that a loop over the documents gives', async () => {
      const query = fc.record({
        groupBy: arbitraryGrouping,
        filter: arbitraryFilter,
        countPeople: fc.boolean(),
      });
      const property = fc.asyncProperty(query, async (asked) => {
        assertBuckets(await store.aggregate(asked), expectedBuckets(documents, asked));
      });
      await fc.assert(property, { numRuns: 400, seed: 42 });
    });

    it('refuse an interval or a size that means nothing', async () => {
      for (const interval of [0, -1, Number.NaN]) {
        const groupBy = { kind: 'histogram', field: 'rating', interval } as const;
        await assert.rejects(store.aggregate({ groupBy }), { code: 'BAD_INPUT' });
      }
      const groupBy = { kind: 'terms', field: 'rating', size: -1, orderBy: 'key' } as const;
      await assert.rejects(store.aggregate({ groupBy }), { code: 'BAD_INPUT' });
    });

    it('give every rating once, without tombstones, though a scan before was left in the middle', async () => {
      assert.ok(
        documents.length < new Set(writes.map(({ user, movie }) => `${user.userId} ${movie.movieId}`)).size,
      );
      for await (const _block of store.scanRatings()) break;
      const expected = documents.map(
        ({ user, movie, rating, timestamp }) => `${user.userId} ${movie.movieId} ${rating} ${timestamp}`,
      );
      assert.deepEqual((await scannedRatings(store)).sort(), expected.sort());
    });
  });
}

function assertBuckets(actual: readonly Bucket[], expected: readonly Bucket[]): void {
  const rounded = (buckets: readonly Bucket[]) =>
    buckets.map(({ average, ...bucket }) => ({ ...bucket, average: average.toFixed(6) }));
  assert.deepEqual(rounded(actual), rounded(expected));
}
