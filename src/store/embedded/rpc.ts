/**
 * Calls between threads over a MessagePort, with birpc. Errors keep their code and hint on the way, and the columns of
 * a block are moved rather than copied.
 */

import type { MessagePort, Transferable } from 'node:worker_threads';
import { createBirpc } from 'birpc';
import { type ErrorCode, MatineeError } from '../../domain/errors.ts';

/** What a thread offers: every function takes and gives what structured cloning can carry. */
export type ThreadFunctions = Record<string, (...input: never[]) => unknown>;

/** A `MatineeError` as it travels. */
interface WireError {
  code: ErrorCode;
  message: string;
  hint: string | undefined;
}

/** Answers calls on the port; `translate` makes a `MatineeError` of whatever a function throws. */
export function serveCalls(
  port: MessagePort,
  functions: ThreadFunctions,
  translate: (thrown: unknown) => MatineeError,
): void {
  createBirpc(functions, {
    post: (message) => port.postMessage(message, columnsOf(message.r)),
    on: (listen) => port.on('message', listen),
    serialize: (message) => (message.e ? { ...message, e: toWire(translate(message.e)) } : message),
    // No limit: a bulk write may rightly wait for long, and the end of the thread ends the wait.
    timeout: -1,
  });
}

/** A client of the functions served at the other end; `close` makes calls in flight fail as the thread's end does. */
export function connectCalls<Functions extends ThreadFunctions>(port: MessagePort) {
  let closed = false;
  const calls = createBirpc<Functions>(
    {},
    {
      post: (message) => {
        if (closed) throw closedError();
        port.postMessage(message);
      },
      on: (listen) => port.on('message', listen),
      off: (listen) => port.off('message', listen),
      deserialize: (message) => (message.e ? { ...message, e: fromWire(message.e) } : message),
      timeout: -1,
    },
  );
  port.once('close', () => {
    closed = true;
    calls.$rejectPendingCalls(({ reject }) => reject(closedError()));
  });
  return { calls, close: () => port.close() };
}

function closedError(): MatineeError {
  return new MatineeError('UNAVAILABLE', 'The store is closed: its threads in this process have ended', {
    hint: 'Look in the log for why it closed, and start the process again.',
  });
}

function toWire({ code, message, hint }: MatineeError): WireError {
  return { code, message, hint };
}

function fromWire({ code, message, hint }: WireError): MatineeError {
  return new MatineeError(code, message, hint === undefined ? {} : { hint });
}

/** The typed arrays of an answer, whose memory goes along with it. */
function columnsOf(answer: unknown): Transferable[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.values(answer).flatMap((column) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
}
