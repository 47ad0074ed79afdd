/** The stages on a real Kafka, each killed in the middle of its work: every rating is there once, and nothing is lost. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { FLOW_TOPICS, INDEXER_GROUP, MOVIES_TOPIC } from '../../src/domain/topics.ts';
import { openEmbeddedStore } from '../../src/store/embedded/open.ts';
import { openKafkaStream } from '../../src/stream/kafka/kafka-stream.ts';
import type { Stream } from '../../src/stream/stream.ts';
import { killRest, runMatinee, startMatinee } from '../run-matinee.ts';
import { until } from '../until.ts';
import { KAFKA_OPTIONS, kafkaSkip } from './kafka.ts';
import { type OwnKafka, startOwnKafka } from './own-kafka.ts';

const RATINGS = 20_000;
const POISON = 3;
const PATIENCE_MS = 90_000;

suite('stages that die on Kafka', { skip: kafkaSkip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-kafka-faults-'));
  const home = join(folder, 'home');
  const data = join(folder, 'data');
  let kafka: OwnKafka;
  let stream: Stream;
  let environment: Record<string, string>;

  before(async () => {
    kafka = await startOwnKafka();
    stream = openKafkaStream({ ...KAFKA_OPTIONS, brokers: [kafka.broker] });
    environment = {
      MATINEE_STREAM_KIND: 'kafka',
      MATINEE_STREAM_KAFKA_BROKERS: kafka.broker,
      MATINEE_SOURCE_LIMITS_PER_MINUTE: '1000000',
      MATINEE_SOURCE_LIMITS_PER_HOUR: '1000000',
      MATINEE_SOURCE_LIMITS_PER_DAY: '1000000',
      MATINEE_PRODUCER_PER_PAGE: '100',
      MATINEE_CONSUMER_BATCH_SIZE: '250',
    };
    const size = ['--users', '200', '--movies', '300', '--ratings', String(RATINGS), '--seed', '7'];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
  });
  after(async () => {
    killRest();
    await stream.close();
    await kafka.remove();
    rmSync(folder, { recursive: true });
  });

  const records = async () =>
    (await stream.offsets(MOVIES_TOPIC)).reduce((sum, { next, earliest }) => sum + next - earliest, 0);
  const committed = async () =>
    (await stream.committed(INDEXER_GROUP, FLOW_TOPICS)).reduce((sum, { offset }) => sum + (offset ?? 0), 0);
  const answers = async (ask: () => Promise<boolean>) => {
    try {
      return await ask();
    } catch {
      return false;
    }
  };

  test('a producer killed between two pages goes on, and every page is there', async () => {
    const source = startMatinee(['source', '--data', data, '--port', '0'], environment);
    const { sourceUrl } = await source.event('listening');
    const produce = ['produce', '--source', String(sourceUrl), '--home', home];
    const first = startMatinee(produce, environment);
    const some = () => answers(async () => (await records()) > 1_000);
    await until('the producer has begun', some, PATIENCE_MS);
    await first.kill();
    assert.ok((await records()) < RATINGS, 'it was killed in the middle');
    const second = startMatinee(produce, environment);
    await second.event('produced');
    assert.equal(await second.stop(), 0);
    assert.ok((await records()) >= RATINGS);
    await source.stop();
  });

  test('consumers and the broker killed amid a batch: each rating once, each poison record kept', async () => {
    const poison = Array.from({ length: POISON }, (_, n) => ({ key: null, value: `{"broken": ${n}` }));
    await stream.produce(MOVIES_TOPIC, poison);
    const consume = () => startMatinee(['consume', '--home', home], environment);
    const first = consume();
    const begun = () => answers(async () => (await committed()) > 500);
    await until('the first consumer has committed', begun, PATIENCE_MS);
    await first.kill();

    const members = [consume(), consume()];
    const before = await committed();
    const taken = () => answers(async () => (await committed()) > before);
    await until('others have taken over', taken, PATIENCE_MS);
    await kafka.kill();
    await kafka.start();
    const drained = () => answers(async () => (await committed()) === (await records()));
    await until('everything is committed', drained, PATIENCE_MS);
    for (const member of members) assert.equal(await member.stop(), 0, member.stderr());

    const store = await openEmbeddedStore({ dir: home });
    assert.equal((await store.totals()).ratings, RATINGS);
    await store.close();
    const dead = (await stream.offsets(`${MOVIES_TOPIC}.dead`)).reduce((sum, { next }) => sum + next, 0);
    assert.equal(dead, POISON);
    const log = members.map((member) => member.stderr()).join('');
    assert.match(log, /failed, trying again/);
  });
});
