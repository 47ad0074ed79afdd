/** Both runners of the consumer clean alike: the rules are one definition, and 100,000 records say the same. */
import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, suite, test } from 'node:test';
import { SPARK_REMOTE, sparkSkip } from '../../../test/engines/spark.ts';
import { MOVIES_TOPIC } from '../../domain/topics.ts';
import { read, select } from '../../spark/plan/relation.ts';
import { connectSpark, type SparkSession } from '../../spark/session.ts';
import { cleanData } from '../clean-data.ts';
import { operate } from '../operate.ts';
import { parse } from '../parse.ts';
import { dirtyRecord, isPlain } from '../testing/dirty-records.ts';
import { cleanInSpark } from './clean-in-spark.ts';

const RECORDS = 100_000;
const WINDOW = { earliestMs: 0, latestMs: Date.UTC(2_100, 0) };

/** The same text for the same document, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const cleaned = (bytes: Uint8Array) => {
  const parsed = parse(bytes);
  return parsed.ok ? cleanData(MOVIES_TOPIC, parsed.value) : parsed;
};
const document = (bytes: Uint8Array, offset: number) =>
  operate(MOVIES_TOPIC, { value: bytes, offset }, WINDOW);

suite('cleaning on Spark', { skip: sparkSkip }, () => {
  let session: SparkSession;
  let folder: string;
  before(async () => {
    session = await connectSpark(SPARK_REMOTE);
    folder = await mkdtemp(join(tmpdir(), 'matinee-spark-clean-'));
  });
  after(async () => {
    await session.close();
    await rm(folder, { recursive: true });
  });

  test(`gives the documents of the operators, ${RECORDS.toLocaleString('en')} times`, async (t) => {
    const file = join(folder, 'records.txt');
    const lines = Array.from(
      { length: RECORDS },
      (_, index) => `${index},${dirtyRecord(index).toString('base64')}\n`,
    );
    await pipeline(Readable.from(lines), createWriteStream(file));
    const records = select(read({ format: 'text', paths: [file] }), [
      `cast(split_part(value, ',', 1) as int) as place`,
      `unbase64(split_part(value, ',', 2)) as value`,
    ]);
    await session.configure({ 'spark.sql.session.timeZone': 'UTC' });
    const counts = { seen: 0, cleaned: 0, valid: 0, left: 0 };
    const started = performance.now();
    const rows = await session.collect(select(cleanInSpark(records, ['place']), ['place', 'cleaned']));
    const secondsTaken = (performance.now() - started) / 1_000;
    for (const { place, cleaned: text } of rows) {
      const bytes = dirtyRecord(Number(place));
      const ours = document(bytes, 0);
      counts.seen += 1;
      if (ours.ok) counts.valid += 1;
      if (typeof text !== 'string') {
        if (ours.ok) counts.left += 1;
        assert.ok(
          !isPlain(Number(place)),
          `record ${String(place)} is left to us: ${bytes.toString('utf8')}`,
        );
        continue;
      }
      counts.cleaned += 1;
      const said = `record ${String(place)}: ${bytes.toString('utf8')}`;
      const operated = cleaned(bytes);
      assert.ok(operated.ok, `${said}\nSpark: ${text}\nours: ${canonical(operated)}`);
      assert.equal(canonical(JSON.parse(text)), canonical(operated.value.fields), said);
      assert.equal(canonical(document(Buffer.from(text), 0)), canonical(ours), said);
    }
    t.diagnostic(JSON.stringify({ ...counts, secondsTaken }));
    assert.equal(counts.seen, RECORDS);
    assert.ok(counts.valid > RECORDS / 3, 'many records are valid');
    assert.ok(counts.left < counts.valid / 10, 'Spark cleans nearly all that can be cleaned');
  });
});
