/**
 * Runs a plan as a reattachable execution: when the connection breaks, the same operation is taken up again behind the
 * last answer received, and runs once whatever happens to the connection.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { SparkError } from '../errors.ts';
import type { Channel } from './channel.ts';
import { explainError, isTransient, isUnknownOperation } from './explain-error.ts';
import { parseResponse, type Response } from './response.ts';

/** What every request says of itself. */
export interface Caller {
  session_id: string;
  user_context: { user_id: string; user_name: string };
  client_type: string;
}

export interface ExecuteOptions {
  /** Aborting it interrupts the operation on the server; the execution then rejects with `CANCELLED`. */
  signal?: AbortSignal | undefined;
  /** A UUID of the operation's own, for whoever wants to know it beforehand. */
  operationId?: string | undefined;
}

/** How long to wait before each try to take a broken execution up again: a server that is gone is told soon. */
const REATTACH_AFTER_MS = [50, 200, 500, 1_000];

export type Plan = { root: object } | { command: object };

/** The answers, in order. Leaving early releases the operation. Throws a `SparkError` with the operation's id. */
export async function* execute(
  channel: Channel,
  caller: Caller,
  plan: Plan,
  { signal, operationId = randomUUID() }: ExecuteOptions = {},
): AsyncGenerator<Response> {
  const operation = { ...caller, operation_id: operationId };
  if (isAborted(signal)) throw cancelled(operationId);
  const interrupt = () => {
    const request = { ...operation, interrupt_type: 'INTERRUPT_TYPE_OPERATION_ID' };
    // The execution's own stream says how the interruption went.
    channel.call('Interrupt', request).catch(() => undefined);
  };
  signal?.addEventListener('abort', interrupt, { once: true });
  try {
    yield* answers(channel, operation, plan);
  } catch (error) {
    if (isAborted(signal)) throw cancelled(operationId);
    throw explainError(error, operationId);
  } finally {
    signal?.removeEventListener('abort', interrupt);
    // What Spark keeps of an operation that nobody will take up again; it goes with the session at the latest.
    channel.call('ReleaseExecute', { ...operation, release_all: {} }).catch(() => undefined);
  }
}

async function* answers(
  channel: Channel,
  operation: Caller & { operation_id: string },
  plan: Plan,
): AsyncGenerator<Response> {
  let last: string | undefined;
  const start = () => {
    const request_options = [{ reattach_options: { reattachable: true } }];
    return channel.stream('ExecutePlan', { ...operation, plan, request_options });
  };
  const takeUp = () => {
    const behind = last === undefined ? {} : { last_response_id: last };
    return channel.stream('ReattachExecute', { ...operation, ...behind });
  };
  let stream = start();
  let failures = 0;
  for (;;) {
    try {
      for await (const message of stream) {
        const answer = parseResponse(message);
        if (answer.response_type === 'result_complete') return;
        last = answer.response_id;
        failures = 0;
        yield answer;
      }
      stream = takeUp();
    } catch (error) {
      const wait = REATTACH_AFTER_MS[failures++];
      // The line may have broken before the plan was there.
      const neverCame = last === undefined && isUnknownOperation(error);
      if (wait === undefined || !(neverCame || isTransient(error))) throw error;
      await delay(wait);
      stream = neverCame ? start() : takeUp();
    }
  }
}

/** Asked anew each time: it changes while the operation runs. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function cancelled(operationId: string): SparkError {
  return new SparkError('CANCELLED', 'the operation was cancelled', { operationId });
}
