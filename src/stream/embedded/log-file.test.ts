/** What the log says of a file or folder that it cannot use, and that it never answers with damaged records. */
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { MatineeError } from '../../domain/errors.ts';
import type { Stream } from '../stream.ts';
import { openEmbeddedStream } from './embedded-stream.ts';
import { openLog } from './log.ts';

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'matinee-log-'));
  file = join(dir, 'log', 'log.db');
});
const opened: Stream[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((stream) => stream.close()));
  await rm(dir, { recursive: true, force: true });
});

async function openStream(): Promise<Stream> {
  const stream = await openEmbeddedStream({ dir });
  opened.push(stream);
  return stream;
}

/** A closed log with some records of known text. */
async function writeLog(): Promise<void> {
  const stream = await openStream();
  await stream.ensureTopics([{ name: 'movies', partitions: 1, retentionMs: null }]);
  for (let n = 0; n < 50; n++)
    await stream.produce('movies', [{ key: 'k', value: `precious-${n}-`.repeat(100) }]);
  await stream.close();
}

/** Fails unless the home cannot be opened, for this reason, said with the file's name and a hint. */
async function refuses(code: string, says: RegExp): Promise<void> {
  await assert.rejects(openEmbeddedStream({ dir }), (error) => {
    assert.ok(error instanceof MatineeError);
    assert.equal(error.code, code, error.message);
    assert.match(error.message, says);
    assert.ok(error.message.includes(dir));
    assert.ok(error.hint);
    return true;
  });
}

test('a log of a newer version is refused and left alone', async () => {
  await writeLog();
  const database = new DatabaseSync(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
  const before = await readFile(file);
  await refuses('CONFLICT', /newer Matinee.*99/);
  assert.deepEqual(await readFile(file), before);
});

test('a database of another program is refused and left alone', async () => {
  await mkdir(join(dir, 'log'));
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE bookmarks (url TEXT)');
  database.close();
  const before = await readFile(file);
  await refuses('CONFLICT', /not a log of Matinee/);
  assert.deepEqual(await readFile(file), before);
});

test('a file that is no database is damaged', async () => {
  await mkdir(join(dir, 'log'));
  await writeFile(file, 'user id | item id | rating | timestamp\n'.repeat(500));
  await refuses('CORRUPT', /damaged/);
});

test('a truncated log is damaged', async () => {
  await writeLog();
  await truncate(file, 20_000);
  await refuses('CORRUPT', /damaged/);
});

test('records whose bytes have changed on disk are not given, those before them are', async () => {
  await writeLog();
  const bytes = await readFile(file);
  const at = bytes.indexOf('precious-30-');
  assert.ok(at > 0);
  const handle = await open(file, 'r+');
  await handle.write('X', at + 5);
  await handle.close();
  const stream = await openStream();
  assert.equal((await stream.read('movies', 0, 0, 30)).length, 30);
  const tail = await stream.tail({ topics: ['movies'], from: 'earliest' });
  assert.equal((await tail.poll({ maxRecords: 100, timeoutMs: 0 })).length, 30);
  for (let again = 0; again < 2; again++) {
    await assert.rejects(tail.poll({ maxRecords: 100, timeoutMs: 0 }), {
      code: 'CORRUPT',
      message: /movies:0/,
    });
  }
  assert.equal((await stream.read('movies', 0, 31, 100)).length, 19);
  await stream.close();
});

test('a home that is a file, or a log that is a folder, cannot be used', async () => {
  await mkdir(file, { recursive: true });
  await refuses('UNAVAILABLE', /cannot be opened/);
  await rm(join(dir, 'log'), { recursive: true });
  await writeFile(join(dir, 'log'), '');
  await refuses('UNAVAILABLE', /cannot be made/);
});

const root = process.getuid?.() === 0 ? 'the superuser may write anywhere' : false;
test('a folder without the right to write cannot be used', { skip: root }, async () => {
  await writeLog();
  await chmod(join(dir, 'log'), 0o500);
  await chmod(file, 0o400);
  await refuses('UNAVAILABLE', /cannot be (written|opened)/);
  await chmod(join(dir, 'log'), 0o700);
});

test('payloads that an interrupted append left are swept after a while', async () => {
  const log = openLog(file, 3_000);
  const payloads = () => log.database.prepare('SELECT count(*) AS n FROM payload').get()?.n;
  log.database.exec(`INSERT INTO payload VALUES (7, x'00'); INSERT INTO staged VALUES (7, ${Date.now()})`);
  await log.retention.apply(Date.now());
  assert.equal(payloads(), 1);
  await log.retention.apply(Date.now() + 3_700_000);
  assert.equal(payloads(), 0);
  log.database.close();
});

test('space that retention frees goes back to the disk, and nothing of the records stays in the file', async () => {
  const stream = await openStream();
  await stream.ensureTopics([{ name: 'movies', partitions: 1, retentionMs: 1_000 }]);
  for (let n = 0; n < 20; n++) {
    await stream.produce(
      'movies',
      Array.from({ length: 1_000 }, () => ({ key: 'k', value: 'precious'.repeat(30) })),
    );
  }
  assert.equal(await stream.applyRetention(Date.now() + 60_000), 20_000);
  await stream.close();
  const bytes = await readFile(file);
  assert.ok(bytes.length < 500_000, `${bytes.length} bytes are left`);
  assert.equal(bytes.indexOf('precious'), -1);
});
