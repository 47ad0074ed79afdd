import assert from 'node:assert/strict';
import { test } from 'node:test';
import { append, createTestFlow, drain, type TestFlow } from '../../test/consumer-run.ts';
import { silentLogger } from '../../test/silent-logger.ts';
import { until } from '../../test/until.ts';
import { MatineeError } from '../domain/errors.ts';
import type { RecordCipher } from '../domain/record-cipher.ts';
import { INDEXER_GROUP } from '../domain/topics.ts';
import type { RatingWrite, WriteBatch, WriteFailure } from '../store/store.ts';
import { openDeadLetters } from './dead-letters.ts';
import { runConsumer } from './run-consumer.ts';
import { anInteraction, aProfile, aRating, pseudonymOf } from './testing/records.ts';

const quick = { baseMs: 1, capMs: 5 };

/** Ratings of several people for several films, each pair once. */
function someRatings(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const { user, movie } = aRating();
    return aRating({
      user: { ...user, userId: pseudonymOf(index % 7) },
      movie: { ...movie, movieId: 1 + Math.floor(index / 7) },
    });
  });
}

function fails(times: number, error: Error): () => void {
  let left = times;
  return () => {
    if (left-- > 0) throw error;
  };
}

const unavailable = new MatineeError('UNAVAILABLE', 'the store is away');

test('both topics are indexed in batches, flushed and committed', async () => {
  const flow = await createTestFlow();
  await append(flow, 'movies', ...someRatings(250));
  await append(flow, 'interactions', anInteraction(), aProfile());
  const seen: number[] = [];
  const [progress] = await drain(flow, { batchSize: 100, onProgress: ({ done }) => seen.push(done) });
  assert.equal(flow.store.ratings.size, 250);
  assert.equal(flow.store.interactions.size, 1);
  assert.equal(flow.store.users.size, 1);
  assert.deepEqual(progress, { done: 252, total: null, dead: 0, erased: 0 });
  assert.equal(flow.store.flushes, seen.length);
  assert.equal(seen.at(-1), 252);
});

test('poison becomes dead letters with its reason and raw bytes; the rest goes on', async () => {
  const flow = await createTestFlow();
  const poison = ['', '{', 'null', JSON.stringify({ ...aRating(), rating: 9 }), '{"__proto__":{"x":1}}'];
  await append(flow, 'movies', ...someRatings(3), ...poison, aRating({ timestamp: 7_000_000_000 }));
  await append(flow, 'interactions', anInteraction({ position: -1 }), anInteraction());
  const [progress] = await drain(flow);
  assert.equal(progress?.dead, 7);
  assert.equal(flow.store.ratings.size, 3);
  assert.equal(flow.store.interactions.size, 1);
  const letters = openDeadLetters(flow.stream);
  const reasons = (await letters.list()).map(({ reason }) => reason).sort();
  assert.deepEqual(reasons, [
    'bad-interaction',
    'bad-rating',
    'future-timestamp',
    'not-an-object',
    'not-json',
    'not-json',
    'unknown-version',
  ]);
  const [badRating] = await letters.list({ reason: 'bad-rating' });
  const letter = await letters.show(badRating?.id ?? '');
  assert.equal(Buffer.from(letter?.value ?? []).toString(), poison[3]);
});

/** Opens texts written backwards; a record whose text begins with `!` is of a person who was erased. */
const backwards: Pick<RecordCipher, 'open'> = {
  open: async (records) =>
    records.map(({ value }) => {
      const text = Buffer.from(value).toString();
      return text.startsWith('!')
        ? { kind: 'erased' }
        : { kind: 'clear', value: Buffer.from([...text].reverse().join('')) };
    }),
};

test('records are opened; those of erased persons are skipped and counted; a dead letter stays closed', async () => {
  const flow = await createTestFlow();
  const closed = (text: string) => [...text].reverse().join('');
  const bad = closed(JSON.stringify({ ...aRating(), rating: 9 }));
  const good = someRatings(3).map((rating) => closed(JSON.stringify(rating)));
  await append(flow, 'movies', ...good, '!nobody can read this', bad);
  const [progress] = await drain(flow, { cipher: backwards });
  assert.deepEqual(progress, { done: 5, total: null, dead: 1, erased: 1 });
  assert.equal(flow.store.ratings.size, 3);
  const letters = openDeadLetters(flow.stream);
  const [letter] = await letters.list();
  assert.equal(letter?.reason, 'bad-rating');
  assert.equal(Buffer.from((await letters.show(letter.id))?.value ?? []).toString(), bad);
});

test('while records cannot be opened nothing is committed, and nothing lost', async () => {
  const flow = await createTestFlow();
  await append(
    flow,
    'movies',
    ...someRatings(20).map((rating) => [...JSON.stringify(rating)].reverse().join('')),
  );
  const failOnce = fails(2, unavailable);
  const open: RecordCipher['open'] = (records) => {
    failOnce();
    return backwards.open(records);
  };
  await drain(flow, { cipher: { open }, backOff: quick });
  assert.equal(flow.store.ratings.size, 20);
});

test('a lone record waits for no batch to fill and no poll to end', async () => {
  const flow = await createTestFlow();
  const stop = new AbortController();
  let done = 0;
  const run = runConsumer({
    ...flow,
    signal: stop.signal,
    logger: silentLogger,
    onProgress: (progress) => {
      done = progress.done;
    },
  });
  const from = performance.now();
  for (let index = 1; index <= 20; index++) {
    await append(flow, 'movies', aRating({ eventTime: 881_250_949_000 + index }));
    await until('the commit', () => done === index);
  }
  // An idle poll lasts a second: had each record waited for one to end, this would take twenty.
  assert.ok(performance.now() - from < 5_000);
  stop.abort();
  await run;
});

for (const broken of ['write', 'flush'] as const) {
  test(`an outage of the store's ${broken} is waited out, and nothing is committed meanwhile`, async () => {
    const flow = await createTestFlow();
    await append(flow, 'movies', ...someRatings(30));
    const outage = fails(3, unavailable);
    let commits = 0;
    const failing = async () => {
      const committed = await flow.stream.committed(INDEXER_GROUP, ['movies']);
      commits += committed.filter(({ offset }) => offset !== null).length;
      outage();
    };
    const { store } = flow;
    const flaky = {
      write: (batch: WriteBatch) =>
        broken === 'write' ? failing().then(() => store.write(batch)) : store.write(batch),
      flush: () => (broken === 'flush' ? failing().then(() => store.flush()) : store.flush()),
    };
    await drain(flow, { store: flaky, backOff: quick, batchSize: 30 });
    assert.equal(store.ratings.size, 30);
    assert.equal(commits, 0);
  });
}

test('a crash between flush and commit redelivers, and the repetition changes nothing', async () => {
  const flow = await createTestFlow();
  await append(flow, 'movies', ...someRatings(50), '{');
  const crash = new Error('the process was killed');
  const crashing: TestFlow['stream'] = {
    ...flow.stream,
    async subscribe(options) {
      const consumer = await flow.stream.subscribe(options);
      return { ...consumer, commit: () => Promise.reject(crash) };
    },
  };
  const run = runConsumer({
    ...flow,
    stream: crashing,
    signal: new AbortController().signal,
    logger: silentLogger,
  });
  await assert.rejects(run, crash);
  const before = new Map(flow.store.ratings);
  assert.ok(before.size > 0);
  await drain(flow);
  assert.equal(flow.store.ratings.size, 50);
  for (const [id, write] of before) assert.deepEqual(flow.store.ratings.get(id), write);
  assert.equal(await openDeadLetters(flow.stream).count(), 1, 'the letter that was written twice is one');
});

test('items that the store puts off are repeated; items it refuses become dead letters', async () => {
  const flow = await createTestFlow();
  await append(flow, 'movies', ...someRatings(10));
  let putOff = 3;
  const store = {
    ...flow.store,
    async write(batch: WriteBatch): Promise<WriteFailure[]> {
      const failures: WriteFailure[] = [];
      const taken: RatingWrite[] = [];
      for (const [item, write] of (batch.ratings ?? []).entries()) {
        const isFirstFilm = write.movie.movieId === 1;
        const retryable = isFirstFilm && write.user.userId === pseudonymOf(1) && putOff-- > 0;
        const refused = isFirstFilm && write.user.userId === pseudonymOf(2);
        if (retryable || refused) failures.push({ list: 'ratings', item, reason: 'a test', retryable });
        else taken.push(write);
      }
      await flow.store.write({ ratings: taken });
      return failures;
    },
  };
  const [progress] = await drain(flow, { store, backOff: quick });
  assert.equal(flow.store.ratings.size, 9);
  assert.equal(progress?.dead, 1);
  const [letter] = await openDeadLetters(flow.stream).list();
  assert.equal(letter?.reason, 'refused-by-store');
});

test('members that come and go share the work, and lost partitions stop nobody', async () => {
  const flow = await createTestFlow();
  await append(flow, 'movies', ...someRatings(700));
  const passing = new AbortController();
  const visitor = runConsumer({
    ...flow,
    batchSize: 5,
    signal: passing.signal,
    logger: silentLogger,
    onProgress: ({ done }) => done > 50 && passing.abort(),
  });
  await drain(flow, { batchSize: 5 }, 2);
  await visitor;
  assert.equal(flow.store.ratings.size, 700);
});

test('a defect is raised, not retried for ever', async () => {
  const flow = await createTestFlow();
  await append(flow, 'movies', aRating());
  const store = { ...flow.store, write: () => Promise.reject(new TypeError('a defect')) };
  await assert.rejects(drain(flow, { store, backOff: quick }), /a defect/);
});

test('stopping during an outage ends at once and commits nothing', async () => {
  const flow = await createTestFlow();
  await append(flow, 'movies', aRating());
  const stop = new AbortController();
  const store = {
    ...flow.store,
    flush() {
      stop.abort();
      return Promise.reject(unavailable);
    },
  };
  const progress = await runConsumer({
    ...flow,
    store,
    signal: stop.signal,
    logger: silentLogger,
    backOff: { baseMs: 60_000, capMs: 60_000 },
  });
  assert.equal(progress.done, 0);
  const committed = await flow.stream.committed(INDEXER_GROUP, ['movies']);
  assert.ok(committed.every(({ offset }) => offset === null));
});
