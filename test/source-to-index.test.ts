/** The rooms of the flow joined by hand on the embedded adapters: from the source's pages to documents, exactly. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openDeadLetters } from '../src/consumer/dead-letters.ts';
import { flowTopics } from '../src/consumer/flow-topics.ts';
import { type ConsumerProgress, runConsumer } from '../src/consumer/run-consumer.ts';
import { parseUserId } from '../src/domain/ids.ts';
import { FLOW_TOPICS, INDEXER_GROUP, MOVIES_TOPIC } from '../src/domain/topics.ts';
import { createMasterKey } from '../src/governance/master-key.ts';
import { createPseudonymiser } from '../src/governance/pseudonymiser.ts';
import { resumeFromFile } from '../src/producer/resume-position.ts';
import { runProducer } from '../src/producer/run-producer.ts';
import { createSourceApi } from '../src/source/api/source-api.ts';
import { readRecords } from '../src/source/data-set.ts';
import { generateDataSet } from '../src/source/generator/sample.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../src/store/embedded/open.ts';
import { type EmbeddedStream, openEmbeddedStream } from '../src/stream/embedded/embedded-stream.ts';
import { silentLogger } from './silent-logger.ts';
import { until } from './until.ts';

const RATINGS = 5_000;
const dataSet = generateDataSet('flow', { users: 60, movies: 400, ratings: RATINGS, seed: 7 });
const source = createSourceApi(dataSet, { limits: { perMinute: 1e6, perHour: 1e6, perDay: 1e6 } });
const pseudonymiser = createPseudonymiser(createMasterKey());

describe('from the source to the index', () => {
  let dir: string;
  let sourceUrl: string;
  let stream: EmbeddedStream;
  let store: EmbeddedStore;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-source-to-index-'));
    sourceUrl = await source.listen({ host: '127.0.0.1', port: 0 });
    stream = await openEmbeddedStream({ dir });
    store = await openEmbeddedStore({ dir });
    await stream.ensureTopics(flowTopics());
  });
  after(async () => {
    await stream.close();
    await store.close();
    await source.close();
    await rm(dir, { recursive: true });
  });

  function produce(file: string, perPage: number) {
    return runProducer({
      sourceUrl,
      stream,
      pseudonymiser,
      perPage,
      resume: resumeFromFile(join(dir, file)),
      signal: new AbortController().signal,
      logger: silentLogger,
    });
  }

  async function isIndexed(): Promise<boolean> {
    const committed = await stream.committed(INDEXER_GROUP, FLOW_TOPICS);
    for (const topic of FLOW_TOPICS) {
      for (const { partition, next } of await stream.offsets(topic)) {
        const place = committed.find((one) => one.topic === topic && one.partition === partition);
        if ((place?.offset ?? 0) < next) return false;
      }
    }
    return true;
  }

  /** Indexes all there is with several members of the group. */
  async function consume(members: number): Promise<ConsumerProgress[]> {
    const stop = new AbortController();
    const runs = Array.from({ length: members }, () =>
      runConsumer({ stream, store, signal: stop.signal, logger: silentLogger, batchSize: 300 }),
    );
    await until('all to be indexed', isIndexed, 30_000);
    stop.abort();
    return await Promise.all(runs);
  }

  test('every rating becomes one document, with its film and its person', async () => {
    const summary = await produce('first.json', 170);
    assert.deepEqual(summary, { produced: RATINGS, dead: 0, erased: 0, ordinal: RATINGS, finished: true });
    await consume(2);
    const { ratings, movies, users } = await store.totals();
    const records = readRecords(dataSet, 0, RATINGS);
    assert.deepEqual(
      { ratings, movies, users },
      {
        ratings: RATINGS,
        movies: new Set(records.map(({ movie }) => movie.movieId)).size,
        users: new Set(records.map(({ user }) => user.userId)).size,
      },
    );
    for (const { user, movie, rating, timestamp } of records.filter((_, index) => index % 500 === 0)) {
      const userId = parseUserId(user.userId);
      assert.ok(userId !== null);
      const document = await store.rating(pseudonymiser.pseudonymise(userId), movie.movieId);
      assert.deepEqual([document?.rating, document?.timestamp], [rating, timestamp]);
      assert.deepEqual(document?.movie, movie);
    }
  });

  test('producing everything again changes nothing', async () => {
    const before = await store.totals();
    const nothing = await produce('first.json', 1_000);
    assert.equal(nothing.produced, 0);
    const again = await produce('second.json', 1_000);
    assert.equal(again.produced, RATINGS);
    await consume(1);
    assert.deepEqual(await store.totals(), before);
  });

  test('what cannot be processed is kept, and what came with it is indexed', async () => {
    const before = await store.totals();
    await stream.produce(MOVIES_TOPIC, [
      { key: 'poison', value: 'not JSON' },
      { key: 'poison', value: Uint8Array.of(0xff, 0xfe) },
      { key: 'poison', value: '{"schemaVersion":1}' },
    ]);
    await consume(1);
    const letters = openDeadLetters(stream);
    assert.deepEqual((await letters.list()).map(({ reason }) => reason).sort(), [
      'bad-user',
      'not-json',
      'not-utf8',
    ]);
    assert.equal(await letters.replay({ reason: 'not-json' }), 1);
    assert.equal(await letters.count(), 2);
    await consume(1);
    assert.equal(await letters.count(), 3, 'it failed again');
    assert.deepEqual(await store.totals(), before);
  });
});
