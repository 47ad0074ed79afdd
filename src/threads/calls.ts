/**
 * Typed calls between two threads, over a `MessagePort` or a `Worker`. Errors keep their code and hint, marked buffers
 * move (`transfer.ts`), and no call times out: it ends with its answer or with the other side.
 */
import type { Transferable } from 'node:worker_threads';
import { createBirpc, type ProxifiedRemoteFunctions } from 'birpc';
import type { MatineeError } from '../domain/errors.ts';
import { isJsonObject } from '../domain/json.ts';
import { isPackedError, packError, unpackError } from './error-transfer.ts';
import { buffersToTransfer } from './transfer.ts';

/** What messages go through: a `MessagePort`, or a `Worker` as its owner has it. */
export interface Channel {
  postMessage(message: unknown, transfer: readonly Transferable[]): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** The other side's functions: each gives a promise, and has `asEvent` for a call without an answer. */
export type Remote<Functions extends object> = ProxifiedRemoteFunctions<Functions>;

export interface Calls<Functions extends object> {
  remote: Remote<Functions>;
  /** Says that the other side is gone: calls under way and to come fail with this. The first reason stands. */
  end(reason: MatineeError): void;
}

/**
 * Serves `local` to the other side and gives what it serves. `describe` turns what a local function throws into what the
 * caller may read; left out, anything but a `MatineeError` is a defect.
 */
export function openCalls<Functions extends object, Local extends object>(
  channel: Channel,
  local: Local,
  describe: (thrown: unknown) => unknown = (thrown) => thrown,
): Calls<Functions> {
  let ended: MatineeError | null = null;
  const remote = createBirpc<Functions, Local>(local, {
    post: (message: unknown) => channel.postMessage(message, buffersToTransfer(message)),
    on: (listener) => {
      channel.on('message', listener);
    },
    serialize: (message: unknown) => packedAnswer(message, describe),
    deserialize: unpackedAnswer,
    timeout: -1,
    async onRequest(_call, send) {
      if (ended !== null) throw ended;
      await send();
    },
    // An answer that cannot be cloned is an error to who asked, and none of this thread.
    onGeneralError: (_error, answering) => answering !== undefined,
  });
  return {
    remote,
    end(reason) {
      const why = ended ?? reason;
      ended = why;
      // What rejecting gives is nothing to wait for.
      void remote.$rejectPendingCalls(({ reject }) => reject(why));
    },
  };
}

function packedAnswer(message: unknown, describe: (thrown: unknown) => unknown): unknown {
  if (!isJsonObject(message) || message.e === undefined) return message;
  return { ...message, e: packError(describe(message.e)) };
}

function unpackedAnswer(message: unknown): unknown {
  if (!isJsonObject(message) || !isPackedError(message.e)) return message;
  return { ...message, e: unpackError(message.e) };
}
