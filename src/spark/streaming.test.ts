import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { SPARK_REMOTE, sparkSkip } from '../../test/engines/spark.ts';
import { read, readStream, select, sortBy } from './plan/relation.ts';
import { connectSpark, type SparkSession } from './session.ts';
import { startQuery } from './streaming.ts';

suite('streaming queries', { skip: sparkSkip }, () => {
  let session: SparkSession;
  let folder: string;
  before(async () => {
    session = await connectSpark(SPARK_REMOTE);
    folder = await mkdtemp(join(tmpdir(), 'matinee-spark-'));
    await mkdir(join(folder, 'in'));
  });
  after(async () => {
    await session.close();
    await rm(folder, { recursive: true });
  });

  const source = () => readStream({ format: 'json', schema: 'n int', paths: [join(folder, 'in')] });
  const start = (input: ReturnType<typeof source>, trigger: 'availableNow' | number) =>
    startQuery(
      session,
      input,
      { format: 'parquet', path: join(folder, 'out') },
      {
        name: `test-${trigger}`,
        checkpoint: join(folder, 'checkpoint'),
        trigger,
      },
    );

  test('does what is there and ends, going on from the checkpoint the next time', async () => {
    for (const [n, expected] of [
      [1, [{ n: 2 }]],
      [5, [{ n: 2 }, { n: 10 }]],
    ] as const) {
      await writeFile(join(folder, 'in', `${n}.json`), `{"n":${n}}\n`);
      const query = await start(select(source(), ['n * 2 as n']), 'availableNow');
      assert.equal(await query.ended(30_000), true);
      assert.equal(await query.failure(), null);
      const written = read({ format: 'parquet', paths: [join(folder, 'out')] });
      assert.deepEqual(await session.collect(sortBy(written, ['n'])), expected);
    }
  });

  test('runs until it is stopped', async () => {
    const query = await start(select(source(), ['n']), 50);
    assert.equal((await query.status()).active, true);
    await query.stop();
    assert.equal(await query.ended(30_000), true);
    assert.equal((await query.status()).active, false);
    assert.equal(await query.failure(), null);
  });

  test('says why it ended by itself', async () => {
    await writeFile(join(folder, 'in', 'zero.json'), '{"n":0}\n');
    const query = await start(
      select(source(), ['cast(raise_error("out of film") as int) as n']),
      'availableNow',
    );
    await assert.rejects(query.ended(30_000), /out of film/);
    assert.match((await query.failure()) ?? '', /out of film/);
  });
});
