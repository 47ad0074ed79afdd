/** The contract of the source API, over real HTTP where the parser matters and injected requests elsewhere. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { type SourcePage, SourcePageSchema } from '../../domain/rating.ts';
import { type DataSet, readRecords } from '../data-set.ts';
import { readDataSet } from '../movielens/read-data-set.ts';
import { CSV_FILES, withFolder } from '../testing/folder.ts';
import { createPageWriter, totalPages } from './page-json.ts';
import { MAX_PER_PAGE } from './page-request.ts';
import { createSourceApi, SOURCE_SECRET_HEADER, type SourceApiOptions } from './source-api.ts';

const ODD_MOVIES = 'movieId,title,genres\n1,"Say ""Cheese"" \\ é 🎬 (1999)",Comedy|Drama\n11,Heat,Crime\n';
const RATINGS = Array.from(
  { length: 25 },
  (_, i) => `${i + 1},${i % 2 ? 1 : 11},${(i % 10) / 2 + 0.5},${1_000_000_000 + i}\n`,
);
const dataSet = await withFolder(
  { ...CSV_FILES, 'movies.csv': ODD_MOVIES, 'ratings.csv': RATINGS.join('') },
  readDataSet,
);
const NO_LIMITS = { perMinute: 1e6, perHour: 1e6, perDay: 1e6 };
const isPage = Compile(SourcePageSchema);

function expectedPage(of: DataSet, page: number, perPage: number) {
  return {
    page,
    total_pages: totalPages(of, perPage),
    results: readRecords(of, (page - 1) * perPage, perPage),
  };
}

async function get(url: string, options: SourceApiOptions = { limits: NO_LIMITS }) {
  const server = createSourceApi(dataSet, options);
  after(() => server.close());
  return server.inject({ method: 'GET', url });
}

test('pages come in file order, in the shape of the contract, and the last is short', async () => {
  const first = await get('/movies/page1');
  assert.equal(first.statusCode, 200);
  assert.match(String(first.headers['content-type']), /^application\/json/);
  assert.ok(isPage.Check(first.json()));
  assert.deepEqual(first.json(), expectedPage(dataSet, 1, 10));
  const last = (await get('/movies/page3?per_page=10')).json<SourcePage>();
  assert.equal(last.results.length, 5);
  assert.deepEqual(last, expectedPage(dataSet, 3, 10));
  assert.equal((await get('/movies/page1?per_page=1000')).json<SourcePage>().results.length, 25);
});

test('any page is the text that JSON.stringify gives', () => {
  const writePage = createPageWriter(dataSet);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: MAX_PER_PAGE }),
      (page, perPage) => {
        const expected = expectedPage(dataSet, page, perPage);
        assert.equal(
          writePage({ page, perPage }),
          page > expected.total_pages ? null : JSON.stringify(expected),
        );
      },
    ),
    { seed: 42, numRuns: 300 },
  );
});

const NOT_FOUND = [
  '/movies/page4',
  '/movies/page1000000',
  '/movies/page2?per_page=25',
  '/nowhere',
  '/movies',
  '/movies/42',
];
for (const url of NOT_FOUND) {
  test(`${url} is 404 with a sentence`, async () => {
    const response = await get(url);
    assert.equal(response.statusCode, 404);
    assert.equal(typeof response.json<{ error: string }>().error, 'string');
  });
}

const BAD_REQUESTS = [
  '/movies/page0',
  '/movies/page-1',
  '/movies/page1.5',
  '/movies/pageNaN',
  '/movies/page1e3',
  '/movies/page%201',
  '/movies/page1?per_page=0',
  '/movies/page1?per_page=-5',
  '/movies/page1?per_page=NaN',
  '/movies/page1?per_page=',
  '/movies/page1?per_page=1001',
  '/movies/page1?per_page=1000000',
  '/movies/page1?per_page=10&per_page=20',
  '/movies/page1?per_page=0x10',
  '/movies/page%zz',
  `/movies/page${'9'.repeat(5000)}`,
  `/movies/page1?per_page=${'9'.repeat(5000)}`,
];
for (const url of BAD_REQUESTS) {
  test(`${url.slice(0, 50)} is 400 with a sentence`, async () => {
    const response = await get(url);
    assert.equal(response.statusCode, 400);
    assert.deepEqual(Object.keys(response.json<object>()), ['error']);
  });
}

for (const [window, limits] of Object.entries({
  minute: { ...NO_LIMITS, perMinute: 3 },
  hour: { ...NO_LIMITS, perHour: 3 },
  day: { ...NO_LIMITS, perDay: 3 },
})) {
  test(`the fourth of three requests allowed a ${window} is 429 with Retry-After`, async () => {
    const server = createSourceApi(dataSet, { limits });
    after(() => server.close());
    for (let i = 0; i < 3; i += 1) assert.equal((await server.inject('/movies/page1')).statusCode, 200);
    const refused = await server.inject('/movies/page1');
    assert.equal(refused.statusCode, 429);
    const seconds = Number(refused.headers['retry-after']);
    assert.ok(Number.isInteger(seconds) && seconds >= 1 && seconds <= 86_400);
    assert.match(refused.json<{ error: string }>().error, /too many requests/);
    const elsewhere = await server.inject({ url: '/movies/page1', remoteAddress: '10.0.0.9' });
    assert.equal(elsewhere.statusCode, 200);
    assert.equal((await server.inject('/healthz')).statusCode, 200);
  });
}

test('by default 70 requests a minute are allowed', async () => {
  const server = createSourceApi(dataSet);
  after(() => server.close());
  const statuses: number[] = [];
  for (let i = 0; i < 71; i += 1) statuses.push((await server.inject('/movies/page1')).statusCode);
  assert.deepEqual([statuses.indexOf(429), statuses.length], [70, 71]);
});

test('who has the secret is not limited, who has another is', async () => {
  const server = createSourceApi(dataSet, {
    limits: { ...NO_LIMITS, perMinute: 1 },
    unlimitedSecret: 'of this run',
  });
  after(() => server.close());
  const ask = async (secret: string) =>
    (await server.inject({ url: '/movies/page1', headers: { [SOURCE_SECRET_HEADER]: secret } })).statusCode;
  assert.deepEqual([await ask('of this run'), await ask('of this run')], [200, 200]);
  assert.deepEqual([await ask('another'), await ask('another')], [200, 429]);
});

test('the front page says what this is and whether the ratings are simulated', async () => {
  assert.deepEqual((await get('/')).json(), {
    service: 'Matinee source',
    dataSet: dataSet.name,
    fingerprint: dataSet.fingerprint,
    simulated: false,
    movies: 2,
    users: 25,
    ratings: 25,
    pages: '/movies/page1?per_page=10',
  });
});

test('a request line beyond all bounds is refused without an answer from the routes', async () => {
  const server = createSourceApi(dataSet);
  after(() => server.close());
  const address = new URL(await server.listen({ host: '127.0.0.1', port: 0 }));
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const path = `/movies/page${'9'.repeat(100_000)}`;
    request({ host: address.hostname, port: address.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  assert.equal(status, 431);
});
