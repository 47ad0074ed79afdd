/** The charts on a real store: what is shown agrees with a loop over the documents, and is about nobody in particular. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import fc from 'fast-check';
import { demographicsKey } from '../domain/demographics.ts';
import { index, sampleRating } from '../store/contract/samples.contract.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../store/embedded/open.ts';
import { ratingDistribution } from './charts/rating-distribution.ts';
import { ratingsOverTime } from './charts/ratings-over-time.ts';
import { CHARTS } from './charts.ts';
import type { DashboardFilter } from './filter.ts';
import { classify } from './people-classes.ts';
import { type ChartReader, createChartReader } from './read-charts.ts';

const PEOPLE = 150;
const FILMS = 60;
const FROM = Date.UTC(1997, 8) / 1_000;
const SECONDS_A_DAY = 86_400;
const DAYS = 210;
const SECONDS_A_QUARTER = SECONDS_A_DAY / 4;

/** Everybody rates some films in a few days of their own; in the last month only a few people do. */
const writes = Array.from({ length: PEOPLE * 20 }, (_, offset) => {
  const user = (offset % PEOPLE) + 1;
  const nth = Math.floor(offset / PEOPLE);
  const day = user <= 5 && nth > 15 ? DAYS - 1 : (user * 7 + nth) % (DAYS - 40);
  const timestamp = FROM + day * SECONDS_A_DAY + (user % 3) * SECONDS_A_QUARTER;
  const movie = ((user * 31 + nth * 7) % FILMS) + 1;
  return sampleRating({
    user,
    movie,
    rating: ((user + nth * 3) % 5) + 1,
    timestamp,
    eventTime: timestamp * 1_000,
    offset,
  });
});
const documents = [
  ...new Map(writes.map((write) => [`${write.user.userId} ${write.movie.movieId}`, write])).values(),
];

const parts: fc.Arbitrary<DashboardFilter>[] = [
  fc.record({ from: fc.constantFrom('1997-09', '1997-11', '1998-01') }),
  fc.record({ to: fc.constantFrom('1997-12', '1998-02', '1998-03') }),
  fc.record({ rating: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ genre: fc.constantFrom('Action', 'Comedy', 'none such') }),
  fc.record({ decade: fc.constantFrom(1950, 1980) }),
  fc.record({ movieId: fc.integer({ min: 1, max: FILMS }) }),
  fc.record({ ageBand: fc.constantFrom('18-24', '25-34', '56-plus') }),
  fc.record({ gender: fc.constantFrom('F', 'M') }),
  fc.record({ occupation: fc.constantFrom('occupation 1', 'occupation 2') }),
];
const part = fc.oneof(fc.constant<DashboardFilter>({}), ...parts);
const filters = fc.tuple(part, part, part).map(([a, b, c]): DashboardFilter => ({ ...a, ...b, ...c }));

suite('charts', () => {
  let dir: string;
  let store: EmbeddedStore;
  let read: ChartReader['read'];
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-charts-'));
    store = await openEmbeddedStore({ dir });
    await index(store, writes);
    ({ read } = createChartReader(store));
  });
  after(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  test('whatever is narrowed, nothing is about fewer than ten people', async () => {
    const shows = new Set<string>();
    await fc.assert(
      fc.asyncProperty(filters, fc.constantFrom(...CHARTS), async (filter, chart) => {
        const { rows, tooFew, people, ratings } = await read(chart, filter);
        if (tooFew) return assert.deepEqual([rows, people, ratings], [[], 0, 0]);
        assert.ok(people === 0 || people >= 10);
        for (const row of rows) if (row.people !== undefined) assert.ok(Number(row.people) >= 10);
        if (rows.length > 0) shows.add(chart.id);
      }),
      { numRuns: 300, seed: 7 },
    );
    assert.equal(shows.size, CHARTS.length);
  });

  test('without a filter the figures are those of the documents', async () => {
    const { rows, hidden, ratings, people } = await read(ratingDistribution, {});
    assert.deepEqual([ratings, people, hidden], [documents.length, PEOPLE, 0]);
    const expected = [1, 2, 3, 4, 5].map((rating) => {
      const given = documents.filter((document) => document.rating === rating);
      return { rating, ratings: given.length, people: new Set(given.map(({ user }) => user.userId)).size };
    });
    assert.deepEqual(rows, expected);
  });

  test('a filter on people takes whole classes', async () => {
    const told = classify(
      [...Map.groupBy(documents, ({ user }) => demographicsKey(user))].map(([key, members]) => ({
        key,
        people: new Set(members.map(({ user }) => user.userId)).size,
      })),
    );
    const women = documents.filter(({ user }) => told.get(demographicsKey(user))?.gender === 'F');
    assert.ok(women.length > 0);
    assert.equal((await read(ratingDistribution, { gender: 'F' })).ratings, women.length);
  });

  test('weeks with a few people are hidden, and so is a range that leaves them out alone', async () => {
    assert.ok((await read(ratingsOverTime, {})).hidden > 0);
    assert.equal((await read(ratingsOverTime, { to: '1998-02' })).tooFew, true);
    assert.equal((await read(ratingsOverTime, { from: '1998-03' })).tooFew, true);
    assert.equal((await read(ratingsOverTime, { from: '1997-10' })).tooFew, false);
  });
});
