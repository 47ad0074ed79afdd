/**
 * Cleaning as Structured Streaming: topic `movies` → `movies.clean`, record by record, each in the partition it was in and
 * behind those it was behind. At least once: what a crash repeats, the index takes as the same.
 */
import { CLEAN_TOPIC, MOVIES_TOPIC, ORIGIN_HEADER } from '../../domain/topics.ts';
import { type Relation, readStream, select } from '../../spark/plan/relation.ts';
import type { SparkSession } from '../../spark/session.ts';
import { type StreamingQuery, startQuery } from '../../spark/streaming.ts';
import { cleanInSpark } from './clean-in-spark.ts';

export interface SparkCleaningOptions {
  session: SparkSession;
  /** `host:port` of brokers, as Spark reaches them. */
  brokers: readonly string[];
  /** Kafka settings of Spark's consumers and producers, e.g. `security.protocol`. */
  kafka?: Readonly<Record<string, string>>;
  /** The folder that Spark keeps its progress in. */
  checkpoint: string;
  /** What is read, and what is written: by default `movies` and `movies.clean`. */
  topics?: { from: string; to: string };
  /** At most so many records a batch. */
  batchSize: number;
  /** Stops the query behind the batch under way. */
  signal: AbortSignal;
}

/** How long Spark waits for more between two batches. */
const TRIGGER_MS = 100;
const ASK_EVERY_MS = 1_000;

/** Cleans until the signal is aborted. Rejects with a `SparkError` when Spark goes away or the query fails. */
export async function runSparkCleaning(options: SparkCleaningOptions): Promise<void> {
  const { signal } = options;
  const query = await startCleaning(options);
  while (!signal.aborted) {
    if (await query.ended(ASK_EVERY_MS)) return;
  }
  await query.stop();
}

async function startCleaning(options: SparkCleaningOptions): Promise<StreamingQuery> {
  const { session, checkpoint, batchSize, brokers, kafka = {} } = options;
  const { from, to } = options.topics ?? { from: MOVIES_TOPIC, to: CLEAN_TOPIC };
  const connection = {
    'kafka.bootstrap.servers': brokers.join(','),
    ...Object.fromEntries(Object.entries(kafka).map(([name, value]) => [`kafka.${name}`, value])),
  };
  const records = readStream({
    format: 'kafka',
    options: {
      ...connection,
      subscribe: from,
      startingOffsets: 'earliest',
      includeHeaders: 'true',
      maxOffsetsPerTrigger: String(batchSize),
    },
  });
  // Dates are written in the session's time zone.
  await session.configure({ 'spark.sql.session.timeZone': 'UTC' });
  return startQuery(
    session,
    cleanedRecords(records),
    { format: 'kafka', options: { ...connection, topic: to } },
    { name: `${from} to ${to}`, checkpoint, trigger: TRIGGER_MS },
  );
}

/** Records of Kafka as Spark reads them → as it writes them. */
function cleanedRecords(records: Relation): Relation {
  const origin = `concat_ws(':', topic, cast(partition as string), cast(offset as string))`;
  // A replayed dead letter still says where it was the last time.
  const others = `filter(coalesce(headers, array()), header -> header.key <> '${ORIGIN_HEADER}')`;
  const sent = select(records, [
    'key',
    'value',
    'partition',
    `concat(${others}, array(named_struct('key', '${ORIGIN_HEADER}', 'value', cast(${origin} as binary)))) as headers`,
  ]);
  return select(cleanInSpark(sent, ['key', 'partition', 'headers']), [
    'key',
    `coalesce(cast(cleaned as binary), value) as value`,
    'partition',
    'headers',
  ]);
}
