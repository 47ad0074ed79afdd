/**
 * What could not be processed, and why: the closed set of reasons, and the headers that a record of `movies.dead` or
 * `interactions.dead` carries beside the raw bytes and the headers it came with.
 */

export type RejectionCode =
  | 'too-large'
  | 'not-utf8'
  | 'not-json'
  | 'too-deep'
  | 'not-an-object'
  | 'unknown-version'
  | 'unknown-kind'
  | 'bad-user'
  | 'bad-movie'
  | 'bad-rating'
  | 'bad-timestamp'
  | 'future-timestamp'
  | 'bad-interaction'
  /** It is not encrypted, its key is not here, or it has been changed. */
  | 'not-sealed'
  | 'unknown-key'
  | 'not-authentic'
  /** The store would never take it. */
  | 'refused-by-store';

/** Why something was turned away: a code for machines, a sentence for people that holds nothing of a person. */
export interface Rejection {
  code: RejectionCode;
  message: string;
}

/** What an operator makes of its input. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; reason: Rejection };

export function accepted<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function rejected(code: RejectionCode, message: string): Outcome<never> {
  return { ok: false, reason: { code, message } };
}

/** Headers of a dead letter. `attempt` also marks a record that was replayed, with how often it has failed. */
export const DEAD_HEADER = {
  reason: 'matinee-dead-reason',
  message: 'matinee-dead-message',
  origin: 'matinee-dead-origin',
  failedAt: 'matinee-dead-at',
  attempt: 'matinee-attempt',
  /** Set on a marker, which has no value: the id of the letter that has been replayed. */
  resolves: 'matinee-dead-resolves',
} as const;

export interface DeadLetterOrigin {
  /**
   * Where the bytes came from, the same each time they fail there: `topic:partition:offset`, or
   * `source:<data set>:<ordinal>` of a result that never became a record. It is the letter's id.
   */
  origin: string;
  /** Epoch milliseconds. */
  failedAt: number;
  /** From 1; grows with each replay. */
  attempt: number;
}

/** The headers of a new letter, over those the record had. */
export function deadLetterHeaders(
  reason: Rejection,
  { origin, failedAt, attempt }: DeadLetterOrigin,
  headers: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    ...headers,
    [DEAD_HEADER.reason]: reason.code,
    [DEAD_HEADER.message]: reason.message,
    [DEAD_HEADER.origin]: origin,
    [DEAD_HEADER.failedAt]: String(failedAt),
    [DEAD_HEADER.attempt]: String(attempt),
  };
}
