/** A copy of the log: what it holds, how far its groups are, and that it disturbs nobody. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { logPath } from './database.ts';
import { type EmbeddedStream, openEmbeddedStream } from './embedded-stream.ts';
import { readCommits, snapshotLog } from './snapshot.ts';

let dir: string;
let copy: string;
let stream: EmbeddedStream;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'matinee-log-'));
  copy = join(dir, 'copy');
  await mkdir(dirname(logPath(copy)), { recursive: true });
  stream = await openEmbeddedStream({ dir });
  await stream.ensureTopics([{ name: 'movies', partitions: 1, retentionMs: 3_600_000 }]);
});
afterEach(async () => {
  await stream.close();
  await rm(dir, { recursive: true });
});

const produce = (from: number, to: number) =>
  stream.produce(
    'movies',
    Array.from({ length: to - from }, (_, place) => ({ key: 'k', value: `precious-${from + place}` })),
  );

test('has every record, and the commits of before instead of later ones', async () => {
  await produce(0, 100);
  const consumer = await stream.subscribe({ group: 'indexer', topics: ['movies'] });
  const first = await consumer.poll({ maxRecords: 40, timeoutMs: 1_000 });
  await consumer.commit(first);
  const commits = readCommits(dir);
  await consumer.commit(await consumer.poll({ maxRecords: 60, timeoutMs: 1_000 }));
  await produce(100, 120);
  snapshotLog(dir, logPath(copy), commits);
  assert.equal((await stream.committed('indexer', ['movies']))[0]?.offset, 100, 'the log itself goes on');
  await consumer.close();

  const restored = await openEmbeddedStream({ dir: copy });
  try {
    assert.deepEqual(await restored.offsets('movies'), [{ partition: 0, earliest: 0, next: 120 }]);
    assert.equal((await restored.committed('indexer', ['movies']))[0]?.offset, 40);
    const again = await restored.subscribe({ group: 'indexer', topics: ['movies'] });
    const [record] = await again.poll({ maxRecords: 1, timeoutMs: 1_000 });
    assert.equal(Buffer.from(record?.value ?? []).toString(), 'precious-40');
  } finally {
    await restored.close();
  }
});

test('is taken while somebody writes, without what they have not finished', async () => {
  await produce(0, 10);
  const writer = new DatabaseSync(logPath(dir));
  writer.exec(`BEGIN IMMEDIATE; INSERT INTO payload VALUES (99, x'00'); INSERT INTO staged VALUES (99, 1); COMMIT;
    BEGIN IMMEDIATE; UPDATE partition SET next_offset = 77`);
  snapshotLog(dir, logPath(copy), readCommits(dir));
  writer.exec('ROLLBACK');
  writer.close();
  const log = new DatabaseSync(logPath(copy));
  assert.equal(log.prepare('SELECT next_offset AS n FROM partition').get()?.n, 10);
  assert.equal(log.prepare('SELECT count(*) AS n FROM staged').get()?.n, 0);
  assert.equal(log.prepare('SELECT count(*) AS n FROM payload WHERE id = 99').get()?.n, 0);
  log.close();
});

test('holds nothing that retention has taken away', async () => {
  await produce(0, 50);
  await stream.applyRetention(Date.now() + 4_000_000);
  snapshotLog(dir, logPath(copy), []);
  assert.equal((await readFile(logPath(copy))).indexOf('precious'), -1);
});

test('is not taken from a log that is missing or damaged, nor put where it cannot be', async () => {
  assert.throws(() => readCommits(copy), { code: 'UNAVAILABLE', message: /cannot be opened/ });
  await produce(0, 2_000);
  await stream.close();
  const bytes = await readFile(logPath(dir));
  assert.throws(() => snapshotLog(dir, join(dir, 'no', 'folder', 'log.db'), []), { code: 'UNAVAILABLE' });
  bytes.fill(0x5a, 3 * 8_192, 9 * 8_192);
  await writeFile(logPath(dir), bytes);
  assert.throws(() => snapshotLog(dir, logPath(copy), []), { code: 'CORRUPT', message: /damaged/ });
  await rm(logPath(dir));
  stream = await openEmbeddedStream({ dir });
});
