/** How a stage's thread reaches the stream: for the embedded one, a port to the thread that writes the log. */
import { MessagePort } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import { connectEmbeddedStream, type EmbeddedStream } from '../../stream/embedded/embedded-stream.ts';
import type { Stream } from '../../stream/stream.ts';
import { instanceOf } from './instance-schema.ts';

export const StreamPortSchema = Type.Object({
  kind: Type.Literal('embedded'),
  port: instanceOf(MessagePort),
});
export type StreamPort = Static<typeof StreamPortSchema>;

export function openStreamPort(stream: EmbeddedStream): StreamPort {
  return { kind: 'embedded', port: stream.connectPort() };
}

export function portsToStream({ port }: StreamPort): MessagePort[] {
  return [port];
}

export function connectStream({ port }: StreamPort): Stream {
  return connectEmbeddedStream(port);
}
