/** Threads that serve many: whoever owns one opens ports to it, and hands them to other threads. */
import { MessageChannel, MessagePort, parentPort, type Worker } from 'node:worker_threads';

/** A new port to a thread that calls `servePorts`. */
export function openPort(worker: Worker): MessagePort {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  return port1;
}

/** Inside a thread: `serve` is given the other end of each port that `openPort` opens. */
export function servePorts(serve: (port: MessagePort) => void): void {
  parentPort?.on('message', (message: unknown) => {
    if (message instanceof MessagePort) serve(message);
  });
}
