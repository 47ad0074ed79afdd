/** The consumer where Spark cleans: a streaming query writes `movies.clean`, and this process indexes it. */
import { join } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { cleanTopic } from '../../consumer/flow-topics.ts';
import { type ConsumerProgress, runConsumer } from '../../consumer/run-consumer.ts';
import { runSparkCleaning } from '../../consumer/spark/run-spark-cleaning.ts';
import type { Logger } from '../../domain/ports.ts';
import { CLEANED_TOPICS } from '../../domain/topics.ts';
import { withSparkSession } from '../../model/training/spark/open-session.ts';
import type { State } from '../home/open-state.ts';
import { kafkaOptions } from '../home/open-stream.ts';
import { sparkDataDir } from '../training/create-trainer.ts';
import { sparkKafkaSettings } from './spark-kafka-settings.ts';

/** A batch of Spark's holds many of ours: each costs it a plan and a commit of its own. */
const SPARK_BATCH = 100_000;

/** Runs until the signal is aborted, or until either of the two fails, which stops the other. */
export async function consumeBehindSpark(
  state: State,
  config: Config,
  signal: AbortSignal,
  logger: Logger,
): Promise<ConsumerProgress> {
  const kafka = await kafkaOptions(config);
  await state.stream.ensureTopics([cleanTopic(config.stream.partitions)]);
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const stopOther = (error: unknown) => {
    failed.abort();
    throw error;
  };
  return withSparkSession(config.trainer.spark.remote, async (session) => {
    const cleaning = runSparkCleaning({
      session,
      brokers: kafka.brokers,
      kafka: sparkKafkaSettings(kafka),
      checkpoint: join(sparkDataDir(config, state.home), 'cleaning'),
      batchSize: SPARK_BATCH,
      signal: stop,
    });
    const indexing = runConsumer({
      stream: state.stream,
      store: state.store,
      topics: CLEANED_TOPICS,
      batchSize: config.consumer.batchSize,
      signal: stop,
      logger,
    });
    const [, progress] = await Promise.all([cleaning.catch(stopOther), indexing.catch(stopOther)]);
    return progress;
  });
}
