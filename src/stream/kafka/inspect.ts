/** What `doctor` asks a cluster: whether it is there, new enough, and has the topics as they are needed. */
import { Admin } from '@platformatic/kafka';
import { MatineeError } from '../../domain/errors.ts';
import type { TopicSpec } from '../stream.ts';
import { fewerPartitions } from '../topic-spec.ts';
import { kafkaFailure } from './failures.ts';
import { clientOptions, type KafkaOptions } from './kafka-options.ts';

/** Fetches name topics by id since Kafka 3.1 (KIP-516). */
const FETCH = 1;
const FETCH_BY_ID = 13;

/**
 * A line on the cluster. Fails with `UNAVAILABLE` (not reachable, too old, not let in) or `CONFLICT` (a topic that is
 * there has too few partitions); a topic that is not there yet is no failure, since the first start makes it.
 */
export async function inspectKafka(options: KafkaOptions, specs: readonly TopicSpec[]): Promise<string> {
  const admin = new Admin(clientOptions(options, 'doctor'));
  try {
    const fetching = (await admin.listApis()).find(({ apiKey }) => apiKey === FETCH);
    if (fetching === undefined || fetching.maxVersion < FETCH_BY_ID) {
      throw new MatineeError('UNAVAILABLE', `Kafka at ${options.brokers.join(', ')} is older than 3.1`, {
        hint: 'Use Kafka 3.1 or newer; `npm run engines:install -- kafka` gets 4.1.1.',
      });
    }
    const present = new Set(await admin.listTopics());
    const known = specs.filter(({ name }) => present.has(name));
    const { brokers, topics } = await admin.metadata({ topics: known.map(({ name }) => name) });
    for (const spec of known) {
      const partitions = topics.get(spec.name)?.partitionsCount ?? 0;
      if (partitions < spec.partitions) throw fewerPartitions(spec, partitions);
    }
    return `brokers: ${brokers.size}, topics there: ${known.length} of ${specs.length}`;
  } catch (error) {
    throw kafkaFailure(options.brokers, 'answer', error);
  } finally {
    await admin.close();
  }
}
