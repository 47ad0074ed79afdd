/** Cleaning on Spark between two topics of a real Kafka: every record in its partition, in its order. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { operate } from '../../src/consumer/operate.ts';
import { runSparkCleaning } from '../../src/consumer/spark/run-spark-cleaning.ts';
import { dirtyRecord } from '../../src/consumer/testing/dirty-records.ts';
import { MOVIES_TOPIC, ORIGIN_HEADER } from '../../src/domain/topics.ts';
import { connectSpark, type SparkSession } from '../../src/spark/session.ts';
import { openKafkaStream } from '../../src/stream/kafka/kafka-stream.ts';
import type { Stream, StreamRecord } from '../../src/stream/stream.ts';
import { until } from '../until.ts';
import { KAFKA_BROKER, KAFKA_OPTIONS, kafkaSkip } from './kafka.ts';
import { SPARK_REMOTE, sparkSkip } from './spark.ts';

const RECORDS = 2_000;
const PARTITIONS = 3;
const WINDOW = { earliestMs: 0, latestMs: Date.UTC(2_100, 0) };

/** Topics have names of letters. */
function lettersOf(id: string): string {
  return id.replaceAll('-', '').replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '');
}

suite('a stream cleaned on Spark', { skip: kafkaSkip || sparkSkip }, () => {
  const from = `test.${lettersOf(randomUUID())}`;
  const to = `${from}.clean`;
  let stream: Stream;
  let session: SparkSession;
  let folder: string;
  before(async () => {
    stream = openKafkaStream(KAFKA_OPTIONS);
    session = await connectSpark(SPARK_REMOTE);
    folder = await mkdtemp(join(tmpdir(), 'matinee-spark-stream-'));
    const retentionMs = 3_600_000;
    await stream.ensureTopics([from, to].map((name) => ({ name, partitions: PARTITIONS, retentionMs })));
  });
  after(async () => {
    await session.close();
    await stream.close();
    await rm(folder, { recursive: true });
  });

  async function contents(topic: string): Promise<StreamRecord[]> {
    const offsets = await stream.offsets(topic);
    const filled = offsets.filter(({ next }) => next > 0);
    const reads = filled.map(({ partition, next }) => stream.read(topic, partition, 0, next));
    return (await Promise.all(reads)).flat();
  }

  async function clean(expected: number): Promise<void> {
    const stop = new AbortController();
    const checkpoint = join(folder, 'checkpoint');
    const running = runSparkCleaning({
      session,
      brokers: [KAFKA_BROKER],
      topics: { from, to },
      checkpoint,
      batchSize: 700,
      signal: stop.signal,
    });
    // A batch that was under way when the last run was stopped is there twice.
    const origins = async () =>
      new Set((await contents(to)).map(({ headers }) => headers[ORIGIN_HEADER])).size;
    const arrived = until(`${expected} records`, async () => (await origins()) >= expected, 180_000);
    await Promise.race([running, arrived]);
    stop.abort();
    await running;
  }

  const produce = (first: number) =>
    stream.produce(
      from,
      Array.from({ length: RECORDS / 2 }, (_, place) => ({
        key: `person ${place % 50}`,
        value: dirtyRecord(first + place),
      })),
    );

  test('every record arrives, where it was, cleaned or as it came; a new start goes on behind the last', async () => {
    await produce(0);
    await clean(RECORDS / 2);
    await produce(RECORDS / 2);
    await clean(RECORDS);
    const given = new Map((await contents(from)).map((r) => [`${r.topic}:${r.partition}:${r.offset}`, r]));
    const written = await contents(to);
    const seen = new Set<string>();
    const last = new Map<number, number>();
    for (const { headers, key, partition, value } of written) {
      const position = headers[ORIGIN_HEADER] ?? '';
      const origin = given.get(position);
      assert.ok(origin);
      assert.deepEqual([key, partition], [origin.key, origin.partition]);
      if (!seen.has(position)) {
        assert.ok(origin.offset > (last.get(partition) ?? -1), 'in their order');
        last.set(partition, origin.offset);
      }
      seen.add(position);
      const document = (bytes: Uint8Array) => operate(MOVIES_TOPIC, { value: bytes, offset: 0 }, WINDOW);
      assert.deepEqual(document(value), document(origin.value));
    }
    assert.equal(seen.size, RECORDS);
    assert.ok(written.length < 2 * RECORDS, 'only the batch under way is repeated');
  });
});
