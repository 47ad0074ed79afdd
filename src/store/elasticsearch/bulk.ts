/** Sends operations in bulk, in requests of a bounded size, and tries again those that the cluster was too busy for. */

import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../domain/errors.ts';
import { BLOCKED, inWords } from './connection.ts';

/** One operation: its action line and, for most, the document behind it, each as JSON. */
export interface Operation {
  lines: readonly string[];
}

/** What became of an operation: done, passed over because something newer is there, or refused. */
export type Outcome =
  | { kind: 'done'; source?: unknown }
  | { kind: 'older' }
  | { kind: 'refused'; reason: string; retryable: boolean };

const ItemSchema = Type.Object({
  status: Type.Integer(),
  error: Type.Optional(Type.Object({ type: Type.String(), reason: Type.Optional(Type.String()) })),
  get: Type.Optional(Type.Object({ _source: Type.Optional(Type.Unknown()) })),
});
const AnswerSchema = Compile(Type.Object({ items: Type.Array(Type.Record(Type.String(), ItemSchema)) }));

/** Larger requests gain nothing. */
const MOST_BYTES = 4 * 1_024 * 1_024;
const FIRST_PAUSE_MS = 100;
const MOST_TRIES = 8;

/** The outcome of each operation, in their order. Rejects with `UNAVAILABLE` when nobody answers. */
export async function sendBulk(client: Client, operations: readonly Operation[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const request of requestsOf(operations)) outcomes.push(...(await sendUntilTaken(client, request)));
  return outcomes;
}

/** The same where nothing may be refused: `UNAVAILABLE`, naming the index and what it refused, with what to do. */
export async function sendAll(
  client: Client,
  operations: readonly Operation[],
  { index, what, hint }: { index: string; what: string; hint: string },
): Promise<void> {
  for (const outcome of await sendBulk(client, operations)) {
    if (outcome.kind !== 'refused') continue;
    throw new MatineeError('UNAVAILABLE', `${index} refuses ${what}: ${outcome.reason}`, { hint });
  }
}

function* requestsOf(operations: readonly Operation[]): Generator<Operation[]> {
  let request: Operation[] = [];
  let bytes = 0;
  for (const operation of operations) {
    const size = operation.lines.reduce((sum, line) => sum + line.length, 0);
    if (request.length > 0 && bytes + size > MOST_BYTES) {
      yield request;
      request = [];
      bytes = 0;
    }
    request.push(operation);
    bytes += size;
  }
  if (request.length > 0) yield request;
}

async function sendUntilTaken(client: Client, operations: readonly Operation[]): Promise<Outcome[]> {
  const outcomes = await send(client, operations);
  for (let tries = 1; tries < MOST_TRIES; tries++) {
    const busy = [...outcomes.keys()].filter((place) => isBusy(outcomes[place]));
    if (busy.length === 0) break;
    await delay(FIRST_PAUSE_MS * 2 ** (tries - 1));
    const again = await send(
      client,
      busy.flatMap((place) => operations[place] ?? []),
    );
    for (const [k, place] of busy.entries()) {
      const outcome = again[k];
      if (outcome !== undefined) outcomes[place] = outcome;
    }
  }
  return outcomes;
}

function isBusy(outcome: Outcome | undefined): boolean {
  return outcome?.kind === 'refused' && outcome.retryable;
}

async function send(client: Client, operations: readonly Operation[]): Promise<Outcome[]> {
  const answer = await inWords(client.bulk({ operations: operations.flatMap(({ lines }) => lines) }));
  return AnswerSchema.Parse(answer).items.map((item) => {
    const [result] = Object.values(item);
    return result === undefined
      ? { kind: 'refused', reason: 'the cluster said nothing of it', retryable: false }
      : outcomeOf(result);
  });
}

const TOO_MANY_REQUESTS = 429;
const CONFLICT = 409;
const SERVER_ERRORS = 500;

function outcomeOf({ status, error, get }: Static<typeof ItemSchema>): Outcome {
  if (status === CONFLICT) return { kind: 'older' };
  if (error === undefined) return { kind: 'done', ...(get === undefined ? {} : { source: get._source }) };
  return {
    kind: 'refused',
    reason: error.reason ?? error.type,
    retryable: status === TOO_MANY_REQUESTS || status >= SERVER_ERRORS || error.type === BLOCKED,
  };
}
