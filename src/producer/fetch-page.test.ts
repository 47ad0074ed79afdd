import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLogger } from '../../test/silent-logger.ts';
import { createPageClient, type PageClientOptions } from './fetch-page.ts';
import { sourceRatings, startSource, type TestAnswer } from './testing/source.ts';

const NOW = Date.UTC(2026, 0, 1);
const limited = (header?: string): TestAnswer => ({
  status: 429,
  headers: header === undefined ? {} : { 'retry-after': header },
});

/** A client whose waits cost no time, and the waits it made. */
function testClient(sourceUrl: string, options: Partial<PageClientOptions> = {}) {
  let now = NOW;
  const waits: number[] = [];
  const fetchPage = createPageClient({
    sourceUrl,
    headers: {},
    signal: new AbortController().signal,
    clock: { now: () => now },
    logger: silentLogger,
    random: () => 1,
    sleep(ms) {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
    backOff: { baseMs: 100, capMs: 1_000 },
    maxAttempts: 6,
    requestTimeoutMs: 5_000,
    ...options,
  });
  return { fetchPage, waits };
}

/** A source that gives these answers first, then pages. */
async function sourceAfter(...answers: TestAnswer[]) {
  return await startSource(sourceRatings(30), { misbehave: () => answers.shift() });
}

test('a limited request waits as long as the source says, however often', async () => {
  await using source = await sourceAfter(
    limited('7'),
    limited(new Date(NOW + 7_000 + 60_000).toUTCString()),
    ...Array.from({ length: 20 }, () => limited('1')),
  );
  const { fetchPage, waits } = testClient(source.url);
  assert.equal((await fetchPage(1, 10))?.results.length, 10);
  assert.deepEqual(waits, [7_000, 60_000, ...Array.from({ length: 20 }, () => 1_000)]);
});

test('without a Retry-After that says how long it backs off', async () => {
  await using source = await sourceAfter(limited(), limited('soon'), limited('-5'), limited('0'));
  const { fetchPage, waits } = testClient(source.url);
  await fetchPage(1, 10);
  assert.deepEqual(waits, [100, 200, 400, 800]);
});

test('one limited request makes the others wait too', async () => {
  await using source = await sourceAfter(limited('30'));
  const { fetchPage, waits } = testClient(source.url);
  await fetchPage(1, 10);
  await fetchPage(2, 10);
  assert.deepEqual(waits, [30_000]);
});

test('failures of the server and the connection are tried again with growing, capped waits', async () => {
  await using source = await sourceAfter(
    { status: 500 },
    { hangUp: true },
    { status: 503 },
    { status: 408 },
    { body: '<html>' },
  );
  const { fetchPage, waits } = testClient(source.url, { backOff: { baseMs: 100, capMs: 500 } });
  assert.equal((await fetchPage(1, 10))?.totalPages, 3);
  assert.deepEqual(waits, [100, 200, 400, 500, 500]);
});

test('a source that stays away is said, with the reason beneath', async () => {
  const source = await startSource([]);
  await source[Symbol.asyncDispose]();
  const { fetchPage, waits } = testClient(source.url);
  await assert.rejects(fetchPage(1, 10), {
    code: 'UNAVAILABLE',
    message: /ECONNREFUSED/,
    hint: /is running/,
  });
  assert.equal(waits.length, 5);
});

test('a source that answers too late is asked again, then given up', async () => {
  await using source = await startSource([], { misbehave: () => new Promise(() => undefined) });
  const { fetchPage } = testClient(source.url, { requestTimeoutMs: 20, maxAttempts: 2 });
  await assert.rejects(fetchPage(1, 10), { code: 'UNAVAILABLE', message: /timeout/ });
  assert.equal(source.requests.length, 2);
});

test('what is no page is asked for again, then said', async () => {
  for (const body of ['', '<html>', '[]', '{"results":{}}', 'null', '{"page":1,"results":[']) {
    await using source = await startSource([], { misbehave: () => ({ body }) });
    const { fetchPage } = testClient(source.url, { maxAttempts: 3 });
    await assert.rejects(fetchPage(1, 10), { code: 'BAD_INPUT', message: /not a page/ }, body);
    assert.equal(source.requests.length, 3);
  }
});

test('a request that the source forbids is not repeated', async () => {
  for (const status of [400, 401, 403, 410]) {
    await using source = await startSource([], { misbehave: () => ({ status }) });
    const { fetchPage } = testClient(source.url);
    await assert.rejects(fetchPage(1, 10), { code: 'BAD_INPUT', message: new RegExp(`status ${status}`) });
    assert.equal(source.requests.length, 1);
  }
});

test('past the last page there is null', async () => {
  await using source = await sourceAfter();
  assert.equal(await testClient(source.url).fetchPage(4, 10), null);
});

test('an address with a path or a slash at its end is kept', async () => {
  await using source = await sourceAfter();
  assert.notEqual(await testClient(`${source.url}/`).fetchPage(1, 10), null);
});
