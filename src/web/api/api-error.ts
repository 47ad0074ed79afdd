/** Why a request did not succeed, as the page tells people. */

export type FailureKind =
  /** No answer at all: the server or the network is gone. */
  | 'unreachable'
  /** The server is there and has no model, or is not ready yet (503). */
  | 'not-ready'
  /** It took longer than its limit (504). */
  | 'slow'
  | 'too-many'
  | 'not-found'
  /** The server refused what was sent (another 4xx). */
  | 'refused'
  | 'server';

export class ApiError extends Error {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly kind: FailureKind;
  /** Seconds to wait before asking again, where the server says. */
  readonly retryAfter: number | null;

  constructor(status: number, message: string, retryAfter: number | null = null) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.kind = kindOf(status);
    this.retryAfter = retryAfter;
  }
}

function kindOf(status: number): FailureKind {
  if (status === 0) return 'unreachable';
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many';
  if (status === 503) return 'not-ready';
  if (status === 504) return 'slow';
  return status >= 500 ? 'server' : 'refused';
}

/** The kind of anything thrown while asking the server. */
export function failureKind(error: unknown): FailureKind {
  return error instanceof ApiError ? error.kind : 'server';
}

/** Whether asking again may help, without anybody doing anything. */
export function mayRecover(error: unknown): boolean {
  return ['unreachable', 'server', 'slow'].includes(failureKind(error));
}
