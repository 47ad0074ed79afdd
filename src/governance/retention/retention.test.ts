/** Runs of the retention on a real log and a real index, with a clock that is put forward. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { InteractionType } from '../../domain/interaction.ts';
import { samplePerson } from '../../store/contract/samples.contract.ts';
import { openEmbeddedStore } from '../../store/embedded/open.ts';
import { openEmbeddedStream } from '../../stream/embedded/embedded-stream.ts';
import { keepProof, lastRun, proofOf } from './proof.ts';
import { previewRetention, type RetentionParts, runRetention } from './run-retention.ts';

const DAY_MS = 86_400_000;
const TOPICS = [
  { name: 'movies', partitions: 3, retentionMs: 30 * DAY_MS },
  { name: 'movies.dead', partitions: 1, retentionMs: 90 * DAY_MS },
  { name: 'kept', partitions: 1, retentionMs: null },
];

describe('a run of the retention', () => {
  const dir = mkdtempSync(join(tmpdir(), 'matinee-retention-'));
  const begun = Date.now();
  let now = begun;
  let waiting = 0;
  let parts: RetentionParts;
  let close: () => Promise<void>;

  before(async () => {
    const stream = await openEmbeddedStream({ dir });
    const store = await openEmbeddedStore({ dir });
    await stream.ensureTopics(TOPICS);
    for (const { name } of TOPICS) {
      const records = Array.from({ length: 50 }, (_, place) => ({ key: `k${place}`, value: `${place}` }));
      await stream.produce(name, records);
    }
    const said = (type: InteractionType, days: number, count: number) =>
      Array.from({ length: count }, (_, place) => ({
        id: `${type}-${days}-${place}`,
        user: samplePerson(place),
        movieId: 1,
        type,
        eventTime: begun - days * DAY_MS,
        offset: 0,
      }));
    const interactions = [
      ...said('impression', 10, 5),
      ...said('impression', 89, 3),
      ...said('view', 10, 4),
      ...said('click', 380, 2),
      ...said('like', 900, 6),
    ];
    assert.deepEqual(await store.write({ interactions }), []);
    close = async () => {
      await stream.close();
      await store.close();
    };
    const settings = { impressionDays: 90, traceDays: 395 };
    parts = {
      stream,
      store,
      topics: TOPICS,
      settings,
      waiting: async () => waiting,
      clock: { now: () => now },
    };
  });
  after(async () => {
    await close();
    rmSync(dir, { recursive: true });
  });

  const records = async (act: typeof runRetention) => {
    const { ranAt, steps } = await act(parts);
    assert.equal(ranAt, new Date(now).toISOString());
    return Object.fromEntries(steps.map((step) => [step.what, step.records]));
  };

  it('drops nothing that is young', async () => {
    const none = { 'topic movies': 0, 'topic movies.dead': 0, impressions: 0, 'views and clicks': 0 };
    assert.deepEqual(await records(previewRetention), none);
    assert.deepEqual(await records(runRetention), none);
  });

  it('says before what goes, drops that and no more, and drops nothing twice', async () => {
    now = begun + 31 * DAY_MS;
    const old = { 'topic movies': 50, 'topic movies.dead': 0, impressions: 3, 'views and clicks': 2 };
    assert.deepEqual(await records(previewRetention), old);
    assert.deepEqual(await records(previewRetention), old, 'looking drops nothing');
    assert.deepEqual(await records(runRetention), old);
    const none = { 'topic movies': 0, 'topic movies.dead': 0, impressions: 0, 'views and clicks': 0 };
    assert.deepEqual(await records(runRetention), none);
  });

  it('keeps what people said, topics without a limit, and what is not in the index yet', async () => {
    now = begun + 1_000 * DAY_MS;
    waiting = 7;
    await assert.rejects(runRetention(parts), { code: 'UNAVAILABLE', message: /^7 records wait/ });
    assert.equal((await records(previewRetention))['topic movies.dead'], 50, 'nothing went');
    waiting = 0;
    const gone = { 'topic movies': 0, 'topic movies.dead': 50, impressions: 5, 'views and clicks': 4 };
    assert.deepEqual(await records(runRetention), gone);
    assert.equal(await parts.store.countInteractions({ types: ['like'], before: now }), 6);
    assert.deepEqual(
      (await parts.stream.offsets('kept')).map(({ earliest, next }) => next - earliest),
      [50],
    );
  });

  it('leaves a proof, whose last whole line says when it was', () => {
    const file = join(dir, 'retention.ndjson');
    assert.equal(lastRun(file), null);
    for (const day of [1, 2]) {
      const { line, digest } = proofOf({ ranAt: new Date(day * DAY_MS).toISOString(), steps: [] });
      assert.match(digest, /^[0-9a-f]{64}$/);
      keepProof(file, line);
    }
    assert.equal(lastRun(file), 2 * DAY_MS);
    appendFileSync(file, '{"ranAt":"2030-');
    assert.equal(lastRun(file), 2 * DAY_MS);
    assert.equal(readFileSync(file, 'utf8').split('\n').length, 3);
  });
});
