/**
 * Calls over a `MessagePort` with birpc. Errors cross as data, because structured cloning drops the code and the
 * hint of a `MatineeError`; byte buffers are transferred, not copied.
 */
import type { MessagePort } from 'node:worker_threads';
import { type BirpcReturn, createBirpc } from 'birpc';
import { MatineeError } from '../../domain/errors.ts';

interface ErrorMessage {
  e: Pick<MatineeError, 'code' | 'message' | 'hint'>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function carriesError(message: unknown): message is ErrorMessage {
  return isRecord(message) && isRecord(message.e);
}

/** The buffers that arguments (`a`) or result (`r`) of a call own: those of their `bytes`. */
function transferablesOf(message: unknown): ArrayBuffer[] {
  if (!isRecord(message)) return [];
  const parts: unknown[] = Array.isArray(message.a) ? message.a : [message.r];
  return parts.flatMap((part) => {
    const bytes = isRecord(part) ? part.bytes : undefined;
    return bytes instanceof Uint8Array && bytes.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
  });
}

/**
 * Answers the other side's calls with `functions` and gives its functions as promises. Calls wait as long as it
 * takes: a poll ends by its own timeout. `toError` turns whatever a function throws into what the caller may read.
 */
export function openRpc<Remote extends object, Local extends object>(
  port: MessagePort,
  functions: Local,
  toError: (thrown: unknown) => MatineeError,
): BirpcReturn<Remote, Local> {
  return createBirpc<Remote, Local>(functions, {
    post: (message: unknown) => port.postMessage(message, transferablesOf(message)),
    on: (listener) => {
      port.on('message', listener);
    },
    off: (listener) => {
      port.off('message', listener);
    },
    timeout: -1,
    serialize: (message: unknown) => {
      if (!carriesError(message)) return message;
      const { code, message: text, hint } = toError(message.e);
      return { ...message, e: { code, message: text, hint } };
    },
    deserialize: (message: unknown) => {
      if (!carriesError(message)) return message;
      const { code, message: text, hint } = message.e;
      return { ...message, e: new MatineeError(code, text, hint === undefined ? {} : { hint }) };
    },
  });
}
