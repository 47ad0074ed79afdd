/**
 * What can go wrong, as a small closed set of codes. Every error a person may read is a `MatineeError`:
 * its message says what happened and where, its hint what to do about it, its cause what lay beneath.
 */

export type ErrorCode =
  /** The command line, the configuration or the environment asks for something that does not exist. */
  | 'USAGE'
  /** Data handed to us (a file, a body, a record) breaks its format. */
  | 'BAD_INPUT'
  /** It is not said who asks, or not in a way that holds. */
  | 'UNAUTHENTICATED'
  /** Whoever asks may not have this. */
  | 'FORBIDDEN'
  /** What was asked for is not there. */
  | 'NOT_FOUND'
  /** The state on disk belongs to another data set, key or version, or is held by another process. */
  | 'CONFLICT'
  /** State on disk fails its own integrity check. */
  | 'CORRUPT'
  /** A caller asks more often than it may. */
  | 'RATE_LIMITED'
  /** A dependency (disk, port, broker, node, network) does not answer as it should. */
  | 'UNAVAILABLE'
  /** The work needs more memory than there is; said before it starts. */
  | 'OUT_OF_MEMORY'
  /** Waiting took longer than its limit. */
  | 'TIMEOUT'
  /** The caller asked us to stop. */
  | 'CANCELLED'
  /** A defect of Matinee itself. */
  | 'INTERNAL';

export interface ErrorDetails {
  /** What the reader can do about it, as one imperative sentence. */
  hint?: string;
  cause?: unknown;
  /** Seconds after which asking again makes sense. */
  retryAfter?: number;
}

export class MatineeError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'MatineeError';
    this.code = code;
    this.hint = details.hint;
    this.retryAfter = details.retryAfter;
  }
}

/** The message of anything thrown, without assuming it is an `Error`. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Whether a thrown value is a Node.js system error with the given `code` (`ENOENT`, `EADDRINUSE`, …). */
export function isSystemError(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}
