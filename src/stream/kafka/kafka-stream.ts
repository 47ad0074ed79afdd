/**
 * The stream on a Kafka cluster.
 *
 * - **Durability**: what `produce` resolves is on every in-sync replica (`acks=all`, idempotent); what `commit` resolves
 *   is in the group's offsets.
 * - **Order**: of a key, as with any awaited calls; its partition is the one that Kafka's default partitioner chooses.
 * - **Retention**: the broker drops old segments by the topic's `retention.ms`; `applyRetention` drops to the record.
 * - A broker that is away for a moment is asked again; then calls fail with `UNAVAILABLE`, and later ones work again.
 */
import { Admin, Producer } from '@platformatic/kafka';
import { MatineeError } from '../../domain/errors.ts';
import { checkCount } from '../check-count.ts';
import type { Consumer, Stream, StreamRecord } from '../stream.ts';
import { createAppender } from './appender.ts';
import { kafkaFailure } from './failures.ts';
import { joinGroup } from './group-membership.ts';
import { clientOptions, type KafkaOptions } from './kafka-options.ts';
import { createPolling, type Membership } from './polling.ts';
import { createPositions, type Positions } from './positions.ts';
import { openReader } from './reader.ts';
import { createTail } from './tail-membership.ts';
import { createTopics } from './topics.ts';

const CLOSED = () => new MatineeError('CANCELLED', 'This stream is closed', { hint: 'Open it again.' });

/** A stream on the cluster; nothing is asked of it before the first call. */
export function openKafkaStream(options: KafkaOptions): Stream {
  const admin = new Admin(clientOptions(options, 'admin'));
  const topics = createTopics(admin, options.replicationFactor);
  const reader = openReader(options, topics);
  const producerOptions = { acks: -1, idempotent: true, compression: options.compression };
  const appender = createAppender(
    () => new Producer({ ...clientOptions(options, 'producer'), ...producerOptions }),
  );
  const consumers = new Set<Consumer>();
  const failed = (doing: string, error: unknown) => kafkaFailure(options.brokers, doing, error);
  let lastRead: Promise<unknown> = Promise.resolve();
  let ending: Promise<void> | null = null;

  async function ask<Answer>(doing: string, work: () => Promise<Answer>): Promise<Answer> {
    if (ending) throw CLOSED();
    try {
      return await work();
    } catch (error) {
      throw ending ? CLOSED() : failed(doing, error);
    }
  }

  async function consume(join: (positions: Positions) => Promise<Membership>): Promise<Consumer> {
    const positions = createPositions();
    const membership = await join(positions);
    const consumer: Consumer = createPolling({
      reader: openReader(options, topics),
      topics,
      positions,
      membership,
      failed,
      onClose: () => consumers.delete(consumer),
    });
    consumers.add(consumer);
    return consumer;
  }

  async function readFrom(
    topic: string,
    partition: number,
    from: number,
    max: number,
  ): Promise<StreamRecord[]> {
    const range = (await topics.offsets(topic))[partition];
    if (range === undefined) {
      throw new MatineeError('NOT_FOUND', `Topic ${topic} has no partition ${partition}`, {
        hint: 'Its partitions are numbered from 0.',
      });
    }
    const records: StreamRecord[] = [];
    let at = Math.max(from, range.earliest);
    while (at < range.next && records.length < max) {
      const [fetched] = await reader.fetch([{ topic, partition, offset: at }], 0);
      if (fetched === undefined) break;
      records.push(...fetched.records);
      at = fetched.next;
    }
    return records.slice(0, max);
  }

  async function close(): Promise<void> {
    await Promise.all([...consumers].map((consumer) => consumer.close()));
    await appender.close();
    await Promise.all([reader.close(), admin.close()]);
  }

  return {
    ensureTopics: (specs) => ask('create the topics', () => topics.ensure(specs)),
    produce: (topic, records) =>
      ask(`append to ${topic}`, async () => {
        const { leaders } = await topics.info(topic);
        return records.length === 0 ? [] : appender.append(topic, leaders.length, records);
      }),
    subscribe: (subscription) =>
      ask(`let in a member of ${subscription.group}`, () =>
        consume((positions) => joinGroup(options, topics, positions, subscription)),
      ),
    tail: (tail) =>
      ask('say where a tail begins', () => consume((positions) => createTail(topics, positions, tail))),
    read(topic, partition, fromOffset, maxRecords) {
      const reading = lastRead.then(() =>
        ask(`give records of ${topic}`, async () => {
          checkCount('offset', fromOffset, 0);
          checkCount('maxRecords', maxRecords, 1);
          return readFrom(topic, partition, fromOffset, maxRecords);
        }),
      );
      lastRead = reading.catch(() => undefined);
      return reading;
    },
    offsets: (topic) => ask(`give the offsets of ${topic}`, () => topics.offsets(topic)),
    committed: (group, names) => ask(`give the commits of ${group}`, () => topics.committed(group, names)),
    applyRetention: (nowMs) => ask('drop what is too old', () => topics.applyRetention(nowMs)),
    close() {
      ending ??= close();
      return ending;
    },
  };
}
