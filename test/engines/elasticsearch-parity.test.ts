/** The same ratings in both stores: equal aggregations, the same first hit of each search, the same history. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Client } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { formatDate } from '../../src/consumer/formatted-date.ts';
import { CHARTS } from '../../src/dashboard/charts.ts';
import { kibanaSpec, rowsQuery } from '../../src/dashboard/kibana/vega-spec.ts';
import { createChartReader } from '../../src/dashboard/read-charts.ts';
import { chartsIndexName } from '../../src/domain/charts-index.ts';
import { asPseudonym } from '../../src/domain/ids.ts';
import { ageBandOf } from '../../src/domain/person.ts';
import { readRecords } from '../../src/source/data-set.ts';
import { readDataSet } from '../../src/source/movielens/read-data-set.ts';
import type { ElasticsearchStore } from '../../src/store/elasticsearch/open.ts';
import { openEmbeddedStore } from '../../src/store/embedded/open.ts';
import type { AggregationQuery, RatingWrite, Store } from '../../src/store/store.ts';
import { sharedData } from '../data.ts';
import { elasticsearchSkip, openEmptyElasticsearchStore } from './elasticsearch.ts';

const { dir: data, skip } = sharedData('ml-100k');
const RATINGS = 100_000;
const A_BATCH = 10_000;

const RowSchema = Type.Object({ cells: Type.Record(Type.String(), Type.Unknown()) });

const AGGREGATIONS: AggregationQuery[] = [
  { groupBy: { kind: 'histogram', field: 'rating', interval: 1 } },
  { groupBy: { kind: 'histogram', field: 'movie.year', interval: 10 } },
  { groupBy: { kind: 'terms', field: 'movie.movieId', size: 10, orderBy: 'count' } },
  { groupBy: { kind: 'terms', field: 'user.userId', size: 2_000, orderBy: 'key' } },
  { groupBy: { kind: 'terms', field: 'movie.genres', size: 50, orderBy: 'average' } },
  { groupBy: { kind: 'terms', field: 'user.occupation', size: 50, orderBy: 'count' } },
  { groupBy: { kind: 'terms', field: 'user.ageBand', size: 10, orderBy: 'key' } },
  { groupBy: { kind: 'date_histogram', interval: 'week' } },
  { groupBy: { kind: 'hour_of_day' } },
  {
    groupBy: { kind: 'weekday' },
    filter: { terms: { 'movie.genres': ['Drama', 'War'], 'user.gender': ['F'] } },
  },
];

const QUERIES = [
  'star wars',
  'godfather',
  'the godfather part ii',
  'fargo',
  'toy story',
  'usual supects',
  'shawshenk redemption',
  'blade runer',
  'et',
  '2001',
  'schindlers list',
  'holy grail',
  'silence lambs',
  'terminator 2',
  'cinema paradiso',
  'cité des enfants perdus',
  'delicatessen',
  'jurassic 1993',
  'film-noir 1944',
  'empire strikes',
];

describe('MovieLens 100K in both stores', { skip: elasticsearchSkip || skip }, () => {
  let embedded: Store;
  let cluster: ElasticsearchStore;
  let client: Client;
  let prefix = '';
  const closers: (() => Promise<void>)[] = [];

  before(async () => {
    const dir = await mkdtemp(join(tmpdir(), 'matinee-parity-'));
    embedded = await openEmbeddedStore({ dir });
    const opened = await openEmptyElasticsearchStore();
    cluster = opened.store;
    client = opened.client;
    prefix = opened.options.indexPrefix;
    closers.push(
      opened.dispose,
      () => embedded.close(),
      () => rm(dir, { recursive: true }),
    );
    const dataSet = await readDataSet(data);
    for (let from = 0; from < RATINGS; from += A_BATCH) {
      const ratings = readRecords(dataSet, from, A_BATCH).map(
        ({ user, movie, rating, timestamp }, place) => ({
          user: {
            userId: asPseudonym(`person-of-the-test-${user.userId}`),
            ageBand: ageBandOf(user.age),
            gender: user.gender,
            occupation: user.occupation,
          },
          movie: { ...movie, year: movie.year ?? null },
          rating,
          timestamp,
          formatted_date: formatDate(timestamp),
          eventTime: timestamp * 1_000,
          offset: from + place,
        }),
      ) satisfies RatingWrite[];
      assert.deepEqual(await embedded.write({ ratings }), []);
      assert.deepEqual(await cluster.write({ ratings }), []);
    }
    await Promise.all([embedded.flush(), cluster.flush()]);
  });
  after(async () => {
    for (const close of closers) await close();
  });

  test('both hold all of it', async () => {
    const totals = await embedded.totals();
    assert.equal(totals.ratings, RATINGS);
    assert.deepEqual(await cluster.totals(), totals);
  });

  for (const query of AGGREGATIONS) {
    test(`equal buckets: ${JSON.stringify(query)}`, async () => {
      const rounded = async (store: Store) =>
        (await store.aggregate(query)).map(({ key, count, average }) => [key, count, average.toFixed(9)]);
      assert.deepEqual(await rounded(cluster), await rounded(embedded));
    });
  }

  test('every panel of Kibana shows the rows of the embedded store, and nothing of the time before', async () => {
    const index = chartsIndexName(prefix);
    const rowsOf = async (store: Store) => {
      const { read } = createChartReader(store);
      return Promise.all(
        CHARTS.map(async (chart) => ({ chart: chart.id, rows: (await read(chart, {})).rows })),
      );
    };
    const before = [{ chart: 'genres', rows: Array.from({ length: 40 }, () => ({ genre: 'of before' })) }];
    await cluster.publishCharts({ charts: before, measuredAt: 1_000 });
    await cluster.publishCharts({ charts: await rowsOf(cluster), measuredAt: 2_000 });
    const rounded = (rows: readonly object[]) =>
      JSON.stringify(rows, (_, value: unknown) =>
        typeof value === 'number' ? Number(value.toFixed(9)) : value,
      );
    for (const [place, { chart, rows }] of (await rowsOf(embedded)).entries()) {
      const definition = CHARTS[place];
      assert.ok(definition !== undefined && rows.length > 0, chart);
      const { url } = kibanaSpec(definition, index, 'fr').data;
      assert.equal(url.index, index);
      const answer = await client.search({ index, ...rowsQuery(definition) });
      const shown = answer.hits.hits.map(({ _source }) => Parse(RowSchema, _source).cells);
      assert.equal(rounded(shown), rounded(rows), chart);
    }
  });

  for (const query of QUERIES) {
    test(`the same first hit for "${query}"`, async () => {
      const first = async (store: Store) =>
        (await store.searchMovies({ query, page: 1, perPage: 5 })).results[0]?.title;
      assert.notEqual(await first(embedded), undefined);
      assert.equal(await first(cluster), await first(embedded));
    });
  }

  test('the same pages of films, facets among them, and the same kin', async () => {
    const page = { genre: 'Sci-Fi', fromYear: 1980, page: 2, perPage: 20 };
    assert.deepEqual(await cluster.searchMovies(page), await embedded.searchMovies(page));
    assert.deepEqual(await cluster.moreLikeThis(50, 10), await embedded.moreLikeThis(50, 10));
    assert.deepEqual(await cluster.catalogue(), await embedded.catalogue());
    const somebody = asPseudonym('person-of-the-test-13');
    assert.deepEqual(await cluster.ratingsOf(somebody), await embedded.ratingsOf(somebody));
  });
});
