/**
 * How a stage's thread reaches the stream: for the embedded one, a port to the thread that writes the log; on Kafka each
 * thread is a client of its own, which is loaded there alone.
 */
import { MessagePort } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import { connectEmbeddedStream } from '../../stream/embedded/embedded-stream.ts';
import { KafkaOptionsSchema } from '../../stream/kafka/kafka-options.ts';
import type { Stream } from '../../stream/stream.ts';
import { instanceOf } from './instance-schema.ts';

export const StreamPortSchema = Type.Union([
  Type.Object({ kind: Type.Literal('embedded'), port: instanceOf(MessagePort) }),
  Type.Object({ kind: Type.Literal('kafka'), options: KafkaOptionsSchema }),
]);
export type StreamPort = Static<typeof StreamPortSchema>;

export function portsToStream(stream: StreamPort): MessagePort[] {
  return stream.kind === 'embedded' ? [stream.port] : [];
}

export async function connectStream(stream: StreamPort): Promise<Stream> {
  if (stream.kind === 'embedded') return connectEmbeddedStream(stream.port);
  const { openKafkaStream } = await import('../../stream/kafka/kafka-stream.ts');
  return openKafkaStream(stream.options);
}
