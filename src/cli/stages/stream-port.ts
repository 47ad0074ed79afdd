/** How a stage's thread reaches the stream: for the embedded one, a port to the thread that writes the log. */
import type { MessagePort } from 'node:worker_threads';
import { connectEmbeddedStream, type EmbeddedStream } from '../../stream/embedded/embedded-stream.ts';
import type { Stream } from '../../stream/stream.ts';

export interface StreamPort {
  kind: 'embedded';
  port: MessagePort;
}

export function openStreamPort(stream: EmbeddedStream): StreamPort {
  return { kind: 'embedded', port: stream.connectPort() };
}

export function portsToStream({ port }: StreamPort): MessagePort[] {
  return [port];
}

export function connectStream({ port }: StreamPort): Stream {
  return connectEmbeddedStream(port);
}
