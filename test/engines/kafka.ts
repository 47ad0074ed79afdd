/**
 * The Kafka that engine suites run against: the one of `npm run engines:start`, or of `MATINEE_TEST_KAFKA`. Without one a
 * suite is skipped, naming the command that gets it; `MATINEE_REQUIRE_ENGINES=1` makes that a failure.
 */
import type { KafkaOptions } from '../../src/stream/kafka/kafka-options.ts';
import { answers } from './answers.ts';

export const KAFKA_BROKER = process.env.MATINEE_TEST_KAFKA ?? '127.0.0.1:9092';

export const KAFKA_OPTIONS: KafkaOptions = {
  brokers: [KAFKA_BROKER],
  replicationFactor: 1,
  compression: 'lz4',
  tls: null,
  sasl: null,
};

/** Why suites that need Kafka are skipped here; false when they are not. */
export const kafkaSkip: string | false = (await answers(`kafka://${KAFKA_BROKER}`)) ? false : refuse();

function refuse(): string {
  const reason = `no Kafka at ${KAFKA_BROKER}: npm run engines:install && npm run engines:start`;
  if (process.env.MATINEE_REQUIRE_ENGINES === '1') throw new Error(reason);
  return reason;
}
