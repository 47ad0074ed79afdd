/** The stream on Kafka beside the raw client appending the same bytes, in turn: records a second, and their ratio. */
import { Producer } from '@platformatic/kafka';
import { clientOptions, type KafkaOptions } from '../src/stream/kafka/kafka-options.ts';
import { openKafkaStream } from '../src/stream/kafka/kafka-stream.ts';

const BATCH = 1_000;
const BATCHES = 100;
const ROUNDS = 5;
const RECORD_BYTES = 250;
const BAR = 0.6;

const options: KafkaOptions = {
  brokers: (process.env.MATINEE_TEST_KAFKA ?? '127.0.0.1:9092').split(','),
  replicationFactor: 1,
  compression: 'lz4',
  tls: null,
  sasl: null,
};

/** Ratings differ from one to the next, and so compress less than a constant would. */
function batchOf(nth: number): { key: string; value: string }[] {
  return Array.from({ length: BATCH }, (_, n) => {
    const id = nth * BATCH + n;
    const rating = JSON.stringify({
      id,
      movieId: (id * 7_919) % 1_682,
      rating: (id % 5) + 1,
      at: 880_000_000 + id,
    });
    return { key: `user-${id % 943}`, value: rating.padEnd(RECORD_BYTES, String(id)) };
  });
}

async function rate(send: (batch: { key: string; value: string }[]) => Promise<unknown>): Promise<number> {
  const batches = Array.from({ length: BATCHES }, (_, nth) => batchOf(nth));
  const started = performance.now();
  for (const batch of batches) await send(batch);
  return (BATCH * BATCHES * 1_000) / (performance.now() - started);
}

export async function run(): Promise<void> {
  const topic = `bench.${Date.now()
    .toString(36)
    .replace(/\d/g, (digit) => String.fromCharCode(97 + Number(digit)))}`;
  const stream = openKafkaStream(options);
  const raw = new Producer({
    ...clientOptions(options, 'bench'),
    acks: -1,
    idempotent: true,
    compression: options.compression,
  });
  await stream.ensureTopics([{ name: topic, partitions: 3, retentionMs: 3_600_000 }]);
  const appendRaw = (batch: { key: string; value: string }[]) =>
    raw.send({
      messages: batch.map(({ key, value }) => ({ topic, key: Buffer.from(key), value: Buffer.from(value) })),
    });
  const append = (batch: { key: string; value: string }[]) => stream.produce(topic, batch);
  await rate(appendRaw);
  await rate(append);
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [client, ours] = [await rate(appendRaw), await rate(append)];
    ratios.push(ours / client);
    console.log(`raw client ${Math.round(client)} records/s, stream ${Math.round(ours)} records/s`);
  }
  ratios.sort((a, b) => a - b);
  const [low = 0, , middle = 0, , high = 0] = ratios;
  console.log(
    `produce: ${middle.toFixed(2)} of the raw client (${low.toFixed(2)} to ${high.toFixed(2)}; bar ${BAR})`,
  );

  const tail = await stream.tail({ topics: [topic], from: 'earliest' });
  const total = BATCH * BATCHES * (ROUNDS + 1) * 2;
  const started = performance.now();
  for (let read = 0; read < total; )
    read += (await tail.poll({ maxRecords: BATCH, timeoutMs: 5_000 })).length;
  console.log(
    `read, polls of ${BATCH}: ${Math.round((total * 1_000) / (performance.now() - started))} records/s`,
  );
  await stream.applyRetention(Date.now() + 7_200_000);
  await stream.close();
  await raw.close();
}
