/**
 * Opens the stream that the configuration names, its topics there. The Kafka client is loaded where it is named: it
 * would take a large part of the start of every process that does without.
 */
import { readFile } from 'node:fs/promises';
import type { Config } from '../../config/schema.ts';
import { flowTopics } from '../../consumer/flow-topics.ts';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { openEmbeddedStream } from '../../stream/embedded/embedded-stream.ts';
import type { KafkaOptions } from '../../stream/kafka/kafka-options.ts';
import type { Stream } from '../../stream/stream.ts';
import type { StreamPort } from '../stages/stream-port.ts';
import type { Home } from './home.ts';

export interface HomeStream extends Stream {
  /** A way to it for another thread of this process. */
  share(): StreamPort;
}

export async function openHomeStream({ dir }: Home, config: Config): Promise<HomeStream> {
  const stream = config.stream.kind === 'kafka' ? await openKafka(config) : await openEmbedded(dir);
  try {
    await stream.ensureTopics(flowTopics(config.stream.partitions));
    return stream;
  } catch (error) {
    await stream.close();
    throw error;
  }
}

async function openEmbedded(dir: string): Promise<HomeStream> {
  const stream = await openEmbeddedStream({ dir });
  return { ...stream, share: () => ({ kind: 'embedded', port: stream.connectPort() }) };
}

async function openKafka(config: Config): Promise<HomeStream> {
  const options = await kafkaOptions(config);
  const { openKafkaStream } = await import('../../stream/kafka/kafka-stream.ts');
  return { ...openKafkaStream(options), share: () => ({ kind: 'kafka', options }) };
}

/** The settings of the cluster, with the files that they name read; `USAGE` for what does not fit together. */
export async function kafkaOptions({ stream: { kafka } }: Config): Promise<KafkaOptions> {
  const { sasl, username, password, replicationFactor, compression } = kafka;
  if (sasl !== 'none' && (username === null || password === null)) {
    throw new MatineeError('USAGE', `stream.kafka.sasl is ${sasl}, but who to be is not said`, {
      hint: 'Set stream.kafka.username and stream.kafka.password (MATINEE_STREAM_KAFKA_PASSWORD).',
    });
  }
  const [ca, cert, key] = await Promise.all([kafka.caFile, kafka.certFile, kafka.keyFile].map(readPem));
  return {
    brokers: kafka.brokers.split(','),
    replicationFactor,
    compression,
    tls: kafka.tls ? { ca, cert, key } : null,
    sasl: sasl === 'none' ? null : { mechanism: sasl, username: username ?? '', password: password ?? '' },
  };
}

async function readPem(file: string | null): Promise<string | undefined> {
  if (file === null) return undefined;
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new MatineeError('USAGE', `The certificate of stream.kafka cannot be read: ${messageOf(error)}`, {
      hint: 'Correct stream.kafka.caFile, certFile and keyFile.',
      cause: error,
    });
  }
}
