/**
 * How a stage's thread reaches the stream: for the embedded one, a port to the thread that writes the log; on Kafka each
 * thread is a client of its own.
 */
import { MessagePort } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import { connectEmbeddedStream } from '../../stream/embedded/embedded-stream.ts';
import { KafkaOptionsSchema } from '../../stream/kafka/kafka-options.ts';
import { openKafkaStream } from '../../stream/kafka/kafka-stream.ts';
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

export function connectStream(stream: StreamPort): Stream {
  return stream.kind === 'embedded' ? connectEmbeddedStream(stream.port) : openKafkaStream(stream.options);
}
