/** The second half of the loop: a prepared batch → the store, the dead topics, and the commit behind both. */
import { MatineeError } from '../domain/errors.ts';
import { type Patience, untilAvailable } from '../domain/patience.ts';
import type { Clock, Logger } from '../domain/ports.ts';
import type { RecordPosition } from '../domain/position.ts';
import { deadTopicOf, FLOW_TOPICS, flowTopicOf } from '../domain/topics.ts';
import type { Store } from '../store/store.ts';
import type { Consumer, Stream } from '../stream/stream.ts';
import { toDeadLetterRecord } from './dead-letter-record.ts';
import type { PreparedBatch, RejectedRecord } from './prepare.ts';
import { writeBatch } from './write-batch.ts';

export interface Destination {
  stream: Pick<Stream, 'produce'>;
  store: Pick<Store, 'write' | 'flush'>;
  clock: Clock;
}

/** Takes a batch all the way to its commit, and says how many of its records became dead letters. */
export async function deliver(
  batch: PreparedBatch,
  consumer: Consumer,
  { stream, store, clock }: Destination,
  patience: Patience,
): Promise<number> {
  const refused = await writeBatch(store, batch.writes, patience);
  const rejections = [...batch.rejections, ...refused];
  await buryRejections(stream, rejections, clock, patience);
  await untilAvailable('flushing the store', () => store.flush(), patience);
  await untilAvailable('committing', () => commit(consumer, batch.positions, patience.logger), patience);
  return rejections.length;
}

async function buryRejections(
  stream: Pick<Stream, 'produce'>,
  rejections: readonly RejectedRecord[],
  clock: Clock,
  patience: Patience,
): Promise<void> {
  for (const topic of FLOW_TOPICS) {
    const ofTopic = rejections.filter(({ record }) => flowTopicOf(record.topic) === topic);
    if (ofTopic.length === 0) continue;
    const letters = ofTopic.map(({ record, reason }) => toDeadLetterRecord(record, reason, clock.now()));
    await untilAvailable('keeping dead letters', () => stream.produce(deadTopicOf(topic), letters), patience);
    const first = ofTopic[0]?.reason;
    patience.logger.warn({ topic, records: letters.length, first }, 'records became dead letters');
  }
}

/** Commits; where another member has taken partitions over, commits the rest: theirs are indexed twice, not lost. */
async function commit(
  consumer: Consumer,
  positions: readonly RecordPosition[],
  logger: Logger,
): Promise<void> {
  try {
    await consumer.commit(positions);
  } catch (error) {
    if (!isConflict(error)) throw error;
    const held = consumer.assignment();
    const kept = positions.filter(({ topic, partition }) =>
      held.some((assigned) => assigned.topic === topic && assigned.partition === partition),
    );
    logger.info(
      { lost: positions.length - kept.length },
      'partitions went to another member before the commit',
    );
    if (kept.length > 0 && kept.length < positions.length) await commit(consumer, kept, logger);
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof MatineeError && error.code === 'CONFLICT';
}
