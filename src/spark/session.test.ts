import assert from 'node:assert/strict';
import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { SPARK_REMOTE, sparkSkip } from '../../test/engines/spark.ts';
import { SparkError, type SparkErrorCode } from './errors.ts';
import { localRelation } from './plan/arrow.ts';
import { createView, write } from './plan/command.ts';
import { groupBy, limit, read, select, sortBy, sql, where } from './plan/relation.ts';
import { connectSpark, type SparkSession } from './session.ts';

const isSparkError =
  (code: SparkErrorCode) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof SparkError);
    assert.equal(error.code, code);
    return true;
  };

test('an address where nothing listens is unreachable', async () => {
  await assert.rejects(connectSpark('sc://127.0.0.1:1'), isSparkError('UNREACHABLE'));
});

suite('a session', { skip: sparkSkip }, () => {
  let session: SparkSession;
  let folder: string;
  before(async () => {
    session = await connectSpark(SPARK_REMOTE);
    folder = await mkdtemp(join(tmpdir(), 'matinee-spark-'));
  });
  after(async () => {
    await session.close();
    await rm(folder, { recursive: true });
  });

  test('says its version', () => {
    assert.match(session.version, /^4\./);
  });

  test('reads files, groups, sorts and filters', async () => {
    const file = join(folder, 'ratings.json');
    await writeFile(file, '{"user":1,"rating":3}\n{"user":2,"rating":5}\n{"user":1,"rating":4}\n');
    const ratings = read({ format: 'json', schema: 'user int, rating double', paths: [file] });
    const means = groupBy(where(ratings, 'rating > 3'), ['user'], ['count(*) as n', 'avg(rating) as mean']);
    assert.deepEqual(await session.collect(limit(sortBy(means, ['user']), 5)), [
      { user: 1, n: 1n, mean: 4 },
      { user: 2, n: 1n, mean: 5 },
    ]);
  });

  test('takes tables of ours as views for SQL', async () => {
    await session.run(createView(localRelation({ name: ['b', 'a'], n: Int32Array.of(1, 2) }), 'ours'));
    assert.deepEqual(await session.collect(sql('select name, n + 1 as next from ours order by name')), [
      { name: 'a', next: 3 },
      { name: 'b', next: 2 },
    ]);
  });

  test('writes Parquet that it reads again', async () => {
    const path = join(folder, 'table');
    await session.run(
      write(localRelation({ n: Int32Array.of(7, 9) }), { format: 'parquet', path }, 'overwrite'),
    );
    assert.deepEqual(await session.collect(sortBy(read({ format: 'parquet', paths: [path] }), ['n'])), [
      { n: 7 },
      { n: 9 },
    ]);
  });

  test('gives a large table in batches', async () => {
    await session.configure({ 'spark.sql.execution.arrow.maxRecordsPerBatch': '1000' });
    let rows = 0;
    let batches = 0;
    for await (const batch of session.batches(sql('select id from range(0, 10000, 1, 2)'))) {
      rows += batch.numRows;
      batches += 1;
    }
    assert.equal(rows, 10_000);
    assert.ok(batches >= 10, `${batches} batches`);
  });

  test('says what is wrong with a plan, and of which operation', async () => {
    const operationId = crypto.randomUUID();
    await assert.rejects(session.collect(sql('select * from nowhere'), { operationId }), (error: unknown) => {
      assert.ok(error instanceof SparkError);
      assert.equal(error.code, 'FAILED');
      assert.equal(error.condition, 'TABLE_OR_VIEW_NOT_FOUND');
      assert.equal(error.operationId, operationId);
      return true;
    });
  });

  test('interrupts an operation that nobody wants any more', async () => {
    const aborting = new AbortController();
    // Not endless: interrupted while it plans, Spark may say so and run the query all the same.
    const long = sql('select count(*) from range(2000000000) where pmod(hash(id), 7) = 3');
    const running = session.collect(long, { signal: aborting.signal });
    setTimeout(() => aborting.abort(), 200);
    await assert.rejects(running, isSparkError('CANCELLED'));
  });

  test('no longer answers once it is closed', async () => {
    const other = await connectSpark(SPARK_REMOTE);
    await other.close();
    await assert.rejects(other.collect(sql('select 1')), SparkError);
  });

  test('decrypts with joined keys what Node encrypted: AES-256-GCM as IV, ciphertext, tag', async () => {
    const keys = [randomBytes(32), randomBytes(32)];
    const texts = ['Amélie aime Kolya', ''];
    const sealed = texts.map((text, person) => seal(text, keys[person] ?? randomBytes(32)));
    await session.run(createView(localRelation({ person: Int32Array.of(0, 1), sealed }), 'values'));
    await session.run(createView(localRelation({ person: Int32Array.of(0, 1), key: keys }), 'keys'));
    const opened = sql(
      `select cast(aes_decrypt(sealed, key, 'GCM') as string) as opened from values join keys using (person) order by person`,
    );
    assert.deepEqual(
      await session.collect(opened),
      texts.map((text) => ({ opened: text })),
    );
    const wrong = select(
      sql('select sealed, key from values cross join keys where values.person <> keys.person'),
      [`try_aes_decrypt(sealed, key, 'GCM') as opened`],
    );
    assert.deepEqual(await session.collect(wrong), [{ opened: null }, { opened: null }]);
  });
});

function seal(text: string, key: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}
