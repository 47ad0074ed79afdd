/** What gRPC says of a failure, as one of our errors. */
import { status } from '@grpc/grpc-js';
import { SparkError } from '../errors.ts';

/** Spark begins its messages with the name of the condition. */
const CONDITION = /^\[([A-Z][A-Z\d_.]*)\]/;
/** It no longer has what we speak of: the server was started again, or let the session go. */
const FORGOTTEN = /^INVALID_HANDLE\.(SESSION|OPERATION)/;

export function explainError(thrown: unknown, operationId?: string): SparkError {
  if (thrown instanceof SparkError) return thrown;
  if (!isServiceError(thrown)) {
    return new SparkError('PROTOCOL', 'Spark’s answer cannot be read', { operationId, cause: thrown });
  }
  const { code, details } = thrown;
  const [, condition] = CONDITION.exec(details) ?? [];
  const known = { operationId, condition, cause: thrown };
  if (code === status.UNAVAILABLE || code === status.DEADLINE_EXCEEDED) {
    return new SparkError('UNREACHABLE', 'Spark does not answer', known);
  }
  if (condition !== undefined && FORGOTTEN.test(condition)) {
    return new SparkError('LOST', 'Spark no longer knows the session: it was started again', known);
  }
  if (code === status.CANCELLED || condition === 'OPERATION_CANCELED') {
    return new SparkError('CANCELLED', 'the operation was cancelled', known);
  }
  if (code === status.UNIMPLEMENTED) {
    return new SparkError('PROTOCOL', 'what answers there is not Spark Connect', known);
  }
  return new SparkError('FAILED', firstLine(details), known);
}

/** Whether the same call may go well a moment later. */
export function isTransient(thrown: unknown): boolean {
  return isServiceError(thrown) && thrown.code === status.UNAVAILABLE;
}

/** Whether Spark says that it was never given the operation. */
export function isUnknownOperation(thrown: unknown): boolean {
  return isServiceError(thrown) && thrown.details.startsWith('[INVALID_HANDLE.OPERATION_NOT_FOUND]');
}

function firstLine(details: string): string {
  const [line = ''] = details.split('\n');
  return line;
}

function isServiceError(thrown: unknown): thrown is Error & { code: number; details: string } {
  return (
    thrown instanceof Error &&
    'code' in thrown &&
    typeof thrown.code === 'number' &&
    'details' in thrown &&
    typeof thrown.details === 'string'
  );
}
