/** The stream on a real Kafka keeps the contract. */

import { suite } from 'node:test';
import { KAFKA_OPTIONS, kafkaSkip } from '../../../test/engines/kafka.ts';
import { streamContract } from '../stream.contract.ts';
import { openKafkaStream } from './kafka-stream.ts';

suite('Kafka', { skip: kafkaSkip }, () => {
  streamContract('Kafka', () =>
    Promise.resolve({
      open: () => Promise.resolve(openKafkaStream(KAFKA_OPTIONS)),
      remove: () => Promise.resolve(),
    }),
  );
});
