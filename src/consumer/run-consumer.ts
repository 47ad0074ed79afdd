/**
 * The loop of the consumer: poll → open → operate → dead letters → write → flush → commit. An offset is committed only
 * behind a flush, so a crash anywhere repeats records and loses none; the store makes a repetition change nothing.
 * The next poll and its operators run while the store writes, one batch ahead and no more.
 */
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { BackOff } from '../domain/back-off.ts';
import { MatineeError } from '../domain/errors.ts';
import { DEFAULT_BACK_OFF, type Patience, type Sleep, untilAvailable } from '../domain/patience.ts';
import { type Clock, type Logger, type Progress, systemClock } from '../domain/ports.ts';
import { CLEAR_RECORDS, type RecordCipher } from '../domain/record-cipher.ts';
import { FLOW_TOPICS, INDEXER_GROUP } from '../domain/topics.ts';
import type { Consumer, Stream } from '../stream/stream.ts';
import { type Destination, deliver } from './deliver.ts';
import { type PreparedBatch, prepare } from './prepare.ts';

export interface ConsumerProgress extends Progress {
  /** Records turned away, of those done. */
  dead: number;
  /** Records of persons who were erased, of those done: skipped, since nobody can read them. */
  erased: number;
}

export interface ConsumerOptions {
  stream: Pick<Stream, 'subscribe' | 'produce'>;
  store: Destination['store'];
  /** Stops the loop once the batch under way is committed. */
  signal: AbortSignal;
  logger: Logger;
  /** Opens the records; left out, they lie in the clear. */
  cipher?: Pick<RecordCipher, 'open'>;
  group?: string;
  /** What is read: the topics of the flow, or those behind Spark (`CLEANED_TOPICS`). */
  topics?: readonly string[];
  /** At most this many records are read, indexed and committed at once. */
  batchSize?: number;
  clock?: Clock;
  /** Epoch milliseconds; an event before is turned away. */
  earliestMs?: number;
  /** How far an event may lie ahead of our clock: other machines' clocks are not ours. */
  futureToleranceMs?: number;
  onProgress?: (progress: ConsumerProgress) => void;
  backOff?: BackOff;
  random?: () => number;
}

const POLL_TIMEOUT_MS = 1_000;
const FIVE_MINUTES_MS = 300_000;

/**
 * Indexes both topics until the signal is aborted, and says how much it has done. Outages of the store and the stream
 * are waited out; it raises only what waiting cannot mend. Several may run in one group.
 */
export async function runConsumer(options: ConsumerOptions): Promise<ConsumerProgress> {
  const { stream, store, signal, clock = systemClock, onProgress } = options;
  const { group = INDEXER_GROUP, topics = FLOW_TOPICS } = options;
  const patience = patienceOf(options);
  const progress: ConsumerProgress = { done: 0, total: null, dead: 0, erased: 0 };
  if (signal.aborted) return progress;
  const consumer = await stream.subscribe({ group, topics });
  let upcoming = nextBatch(consumer, options, patience);
  try {
    for (;;) {
      const batch = await untilAborted(upcoming, signal);
      if (batch === null) break;
      upcoming = nextBatch(consumer, options, patience);
      // A failure is met when its batch is awaited; until then it must not count as unhandled.
      upcoming.catch(() => undefined);
      if (batch.positions.length === 0) continue;
      const dead = await deliver(batch, consumer, { stream, store, clock }, patience);
      progress.done += batch.writes.length + batch.rejections.length + batch.erased;
      progress.erased += batch.erased;
      progress.dead += dead;
      onProgress?.({ ...progress });
    }
  } catch (error) {
    if (!(signal.aborted && error instanceof MatineeError && error.code === 'CANCELLED')) throw error;
  } finally {
    await consumer.close();
    await upcoming.catch(() => undefined);
  }
  return progress;
}

const sleep: Sleep = async (ms, signal) => {
  await sleepFor(ms, undefined, { signal });
};

function patienceOf(options: ConsumerOptions): Patience {
  const { signal, logger, backOff = DEFAULT_BACK_OFF, random = Math.random } = options;
  return { signal, logger, random, backOff, sleep };
}

/** What the promise gives, or null as soon as the signal is aborted. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null;
  const aborted = Promise.withResolvers<null>();
  const stop = () => aborted.resolve(null);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function nextBatch(
  consumer: Consumer,
  {
    batchSize = 1_000,
    cipher = CLEAR_RECORDS,
    clock = systemClock,
    earliestMs = 0,
    futureToleranceMs = FIVE_MINUTES_MS,
  }: ConsumerOptions,
  patience: Patience,
): Promise<PreparedBatch> {
  const poll = () => consumer.poll({ maxRecords: batchSize, timeoutMs: POLL_TIMEOUT_MS });
  const records = await untilAvailable('reading the stream', poll, patience);
  const opened = await untilAvailable('opening records', () => cipher.open(records), patience);
  return prepare(records, opened, { earliestMs, latestMs: clock.now() + futureToleranceMs });
}
