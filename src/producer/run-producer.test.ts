import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import {
  createTestTopics,
  produce,
  recordsOn,
  resumeInMemory,
  timestampsOn,
} from '../../test/producer-run.ts';
import { MatineeError } from '../domain/errors.ts';
import type { Progress } from '../domain/ports.ts';
import { sourceRatings, startSource, type TestAnswer } from './testing/source.ts';

const ALL = sourceRatings(95);
const TIMES = ALL.map(({ timestamp }) => timestamp);

test('all pages become records of the topic, in order, keyed by pseudonym', async () => {
  await using source = await startSource(ALL);
  const stream = await createTestTopics();
  const seen: Progress[] = [];
  const summary = await produce(source.url, { stream, perPage: 10, onProgress: (p) => seen.push(p) });
  assert.deepEqual(summary, { produced: 95, dead: 0, erased: 0, ordinal: 95, finished: true });
  assert.deepEqual(await timestampsOn(stream), TIMES);
  assert.deepEqual(seen[0], { done: 10, total: 100 });
  assert.deepEqual(seen.at(-1), { done: 95, total: 95 });
  assert.equal(source.requests.length, 10, 'no page is asked for twice, none past the last');
  const [first] = await stream.read('movies', 0, 0, 1);
  assert.equal(first?.key, 'pseudonym-of----------1');
  assert.deepEqual(JSON.parse(Buffer.from(first?.value ?? []).toString()), {
    schemaVersion: 1,
    user: { userId: first?.key, ageBand: '18-24', gender: 'M', occupation: 'technician' },
    movie: { movieId: 1, title: 'Heat', genres: ['Crime'], year: 1995 },
    rating: 4,
    timestamp: 880_000_000,
  });
});

test('pages that come out of order are produced in order, so many at once and no more', async () => {
  let now = 0;
  let most = 0;
  await using source = await startSource(ALL, {
    async misbehave({ page }) {
      most = Math.max(most, ++now);
      await sleep(page % 3 === 0 ? 12 : 1);
      now--;
      return undefined;
    },
  });
  const stream = await createTestTopics();
  await produce(source.url, { stream, perPage: 5, pagesInFlight: 3 });
  assert.deepEqual(await timestampsOn(stream), TIMES);
  assert.equal(most, 3);
});

test('a source that gives less than was asked for, or says no total, is read to its end', async () => {
  await using small = await startSource(ALL, { maxPerPage: 7 });
  const stream = await createTestTopics();
  await produce(small.url, { stream });
  assert.deepEqual(await timestampsOn(stream), TIMES);

  await using silent = await startSource(ALL, {
    misbehave({ page, perPage }) {
      const results = ALL.slice((page - 1) * perPage, page * perPage);
      return results.length === 0 ? { status: 404 } : { body: JSON.stringify({ results }) };
    },
  });
  const other = await createTestTopics();
  const summary = await produce(silent.url, { stream: other, perPage: 10 });
  assert.deepEqual(await timestampsOn(other), TIMES);
  assert.equal(summary.finished, true);
});

test('a page in the midst that is not full is refused before anything behind it is produced', async () => {
  await using source = await startSource(ALL, {
    misbehave: ({ page }) =>
      page === 3 ? { body: JSON.stringify({ total_pages: 10, results: ALL.slice(20, 25) }) } : undefined,
  });
  const stream = await createTestTopics();
  const resume = resumeInMemory();
  await assert.rejects(produce(source.url, { stream, resume, perPage: 10 }), {
    code: 'BAD_INPUT',
    message: /page 3/,
  });
  assert.equal(resume.position?.ordinal, 25);
});

test('a page in the midst that is missing is said, and the next run goes on there', async () => {
  let whole = false;
  await using source = await startSource(ALL, {
    misbehave: ({ page }) => (page === 4 && !whole ? { status: 404 } : undefined),
  });
  const stream = await createTestTopics();
  const resume = resumeInMemory();
  const run = produce(source.url, { stream, resume, perPage: 10 });
  await assert.rejects(run, { code: 'BAD_INPUT', message: /10 pages and does not have page 4/ });
  assert.equal(resume.position?.ordinal, 30);
  whole = true;
  await produce(source.url, { stream, resume, perPage: 10 });
  assert.deepEqual(await timestampsOn(stream), TIMES);
});

test('a run that was stopped at any record goes on there, with any page size', async () => {
  await using source = await startSource(ALL);
  const pageSize = fc.integer({ min: 1, max: 100 });
  await fc.assert(
    fc.asyncProperty(pageSize, pageSize, fc.nat({ max: 12 }), async (firstSize, secondSize, pages) => {
      const stream = await createTestTopics();
      const resume = resumeInMemory();
      const stop = new AbortController();
      let left = pages;
      const first = await produce(source.url, {
        stream,
        resume,
        perPage: firstSize,
        signal: stop.signal,
        onProgress: () => left-- <= 0 && stop.abort(),
      });
      assert.equal((await timestampsOn(stream)).length, resume.position?.ordinal ?? 0);
      const second = await produce(source.url, { stream, resume, perPage: secondSize });
      assert.deepEqual(await timestampsOn(stream), TIMES, 'nothing is lost, nothing repeated');
      assert.equal(first.produced + second.produced, ALL.length);
      assert.equal(second.ordinal, ALL.length);
    }),
    { seed: 1, numRuns: 40 },
  );
});

test('running again when all is produced produces nothing, and later what was added', async () => {
  const stream = await createTestTopics();
  const resume = resumeInMemory();
  {
    await using source = await startSource(ALL);
    await produce(source.url, { stream, resume, perPage: 10 });
    const again = await produce(source.url, { stream, resume, perPage: 20 });
    assert.deepEqual(again, { produced: 0, dead: 0, erased: 0, ordinal: 95, finished: true });
  }
  await using grown = await startSource(sourceRatings(130));
  const summary = await produce(grown.url, { stream, resume, perPage: 10 });
  assert.equal(summary.produced, 35);
  assert.deepEqual(
    await timestampsOn(stream),
    sourceRatings(130).map(({ timestamp }) => timestamp),
  );
});

test('another source, or a shorter one, begins at its first record', async () => {
  for (const other of [sourceRatings(95, 1_000), sourceRatings(20)]) {
    const stream = await createTestTopics();
    const resume = resumeInMemory();
    await using source = await startSource(ALL);
    await produce(source.url, { stream, resume });
    await using replaced = await startSource(other);
    const summary = await produce(replaced.url, { stream, resume, perPage: 10 });
    assert.equal(summary.produced, other.length);
  }
});

test('a crash after the topic has a page and before the position repeats that page only', async () => {
  await using source = await startSource(ALL);
  const stream = await createTestTopics();
  const kept = resumeInMemory();
  let saves = 0;
  const crashing = {
    load: kept.load,
    save: (position: NonNullable<typeof kept.position>) =>
      ++saves === 3 ? Promise.reject(new Error('killed')) : kept.save(position),
  };
  await assert.rejects(produce(source.url, { stream, resume: crashing, perPage: 10 }), /killed/);
  await produce(source.url, { stream, resume: kept, perPage: 10 });
  const times = await timestampsOn(stream);
  assert.equal(times.length, 105);
  assert.deepEqual([...new Set(times)], TIMES);
});

test('an outage of the stream is waited out, in order', async () => {
  await using source = await startSource(ALL);
  const stream = await createTestTopics();
  let batches = 0;
  const failing = {
    ...stream,
    produce: (...batch: Parameters<typeof stream.produce>) =>
      ++batches % 2 === 0
        ? Promise.reject(new MatineeError('UNAVAILABLE', 'the broker is away'))
        : stream.produce(...batch),
  };
  const summary = await produce(source.url, { stream: failing, perPage: 10 });
  assert.equal(summary.finished, true);
  assert.deepEqual(await timestampsOn(stream), TIMES);
});

test('a stream that fails for good ends the run with its error, the position behind what is durable', async () => {
  await using source = await startSource(ALL);
  const stream = await createTestTopics();
  const resume = resumeInMemory();
  let batches = 0;
  const failing = {
    ...stream,
    produce: (...batch: Parameters<typeof stream.produce>) =>
      ++batches > 2 ? Promise.reject(new Error('the disk is full')) : stream.produce(...batch),
  };
  await assert.rejects(produce(source.url, { stream: failing, resume, perPage: 10 }), /the disk is full/);
  assert.equal(resume.position?.ordinal, 20);
});

test('results that cannot become records are dead letters without a raw id; the rest goes on', async () => {
  const bad = [
    'user 196 liked it',
    null,
    { user: { userId: '' }, movie: ALL[0]?.movie, rating: 3, timestamp: 1 },
    { movie: ALL[0]?.movie, rating: 3, timestamp: 1 },
    { user: { userId: '196', name: 'Alice', age: 33 }, movie: { movieId: 5 }, timestamp: 1, note: 'by 196' },
    { user: { userId: '196' }, movie: ALL[0]?.movie, rating: { userId: '196' }, timestamp: 1 },
  ];
  await using source = await startSource([...ALL.slice(0, 5), ...bad, ...ALL.slice(5)]);
  const stream = await createTestTopics();
  const summary = await produce(source.url, { stream, perPage: 10 });
  assert.equal(summary.dead, bad.length);
  assert.deepEqual(await timestampsOn(stream), TIMES);
  const letters = await stream.read('movies.dead', 0, 0, 100);
  assert.deepEqual(
    letters.map(({ headers }) => headers['matinee-dead-reason']),
    ['not-an-object', 'not-an-object', 'bad-user', 'bad-user', 'bad-rating', 'bad-rating'],
  );
  assert.match(letters[4]?.headers['matinee-dead-origin'] ?? '', /^source:[\w-]{12}:9$/);
  for (const { value, headers } of letters) {
    const kept =
      Buffer.from(value).toString().replaceAll('pseudonym-of--------196', '') + JSON.stringify(headers);
    assert.doesNotMatch(kept, /196|Alice/);
  }
  assert.equal(letters[4]?.key, 'pseudonym-of--------196');
});

test('an address that is none, and one without pages, are said', async () => {
  const stream = await createTestTopics();
  for (const url of ['', 'localhost:8081', 'file:///etc/passwd', 'http://user:password@host']) {
    await assert.rejects(produce(url, { stream }), { code: 'USAGE' });
  }
  await using empty = await startSource([]);
  await assert.rejects(produce(empty.url, { stream }), { code: 'NOT_FOUND', message: /no first page/ });
  assert.deepEqual(await recordsOn(stream), []);
});

test('the headers of the run go with every request', async () => {
  await using source = await startSource(ALL);
  const stream = await createTestTopics();
  await produce(source.url, { stream, perPage: 40, headers: { 'x-test-secret': 'of this run' } });
  assert.deepEqual(
    source.requests.map(({ headers }) => headers['x-test-secret']),
    ['of this run', 'of this run', 'of this run'],
  );
});

test('an interrupt while the source makes it wait ends the run at once', async () => {
  const limited: TestAnswer = { status: 429, headers: { 'retry-after': '3600' } };
  await using source = await startSource(ALL, { misbehave: ({ page }) => (page > 2 ? limited : undefined) });
  const stream = await createTestTopics();
  const resume = resumeInMemory();
  const stop = new AbortController();
  const summary = await produce(source.url, {
    stream,
    resume,
    perPage: 10,
    signal: stop.signal,
    onProgress: ({ done }) => done === 20 && stop.abort(),
  });
  assert.deepEqual(summary, { produced: 20, dead: 0, erased: 0, ordinal: 20, finished: false });
  assert.equal(resume.position?.ordinal, 20);
});
