/** What can go wrong between us and Spark, as a small closed set of codes. */

export type SparkErrorCode =
  /** The address is not one that Spark Connect has. */
  | 'BAD_REMOTE'
  /** Nothing answers there, or it stopped answering. */
  | 'UNREACHABLE'
  /** Spark answers, but no longer knows the session or the operation: it was restarted. */
  | 'LOST'
  /** The caller asked to stop. */
  | 'CANCELLED'
  /** Spark refused the plan, or failed while it ran it. */
  | 'FAILED'
  /** Spark's answer is not what its protocol promises: another version, or another program. */
  | 'PROTOCOL';

export interface SparkErrorDetails {
  /** The operation that failed: what to look for in Spark's log. */
  operationId?: string | undefined;
  /** Spark's own name of the condition, e.g. `TABLE_OR_VIEW_NOT_FOUND`. */
  condition?: string | undefined;
  cause?: unknown;
}

export class SparkError extends Error {
  readonly code: SparkErrorCode;
  readonly operationId: string | undefined;
  readonly condition: string | undefined;

  constructor(
    code: SparkErrorCode,
    message: string,
    { operationId, condition, cause }: SparkErrorDetails = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SparkError';
    this.code = code;
    this.operationId = operationId;
    this.condition = condition;
  }
}
