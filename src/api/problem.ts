/** Which problem (RFC 9457) an error is. */
import type { FastifyRequest } from 'fastify';
import { type ErrorCode, MatineeError } from '../domain/errors.ts';
import type { FieldError, Problem } from './schemas/problem.ts';

/** A request that was refused for values in it, each named. */
export class InvalidRequest extends MatineeError {
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[], details: { hint?: string } = {}) {
    super('BAD_INPUT', errors.map(describeFieldError).join('; '), details);
    this.name = 'InvalidRequest';
    this.errors = errors;
  }
}

function describeFieldError({ in: part, pointer, detail }: FieldError): string {
  return `${part}${pointer} ${detail}`;
}

const STATUS_OF_CODE: Record<ErrorCode, number> = {
  USAGE: 500,
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  CORRUPT: 500,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  OUT_OF_MEMORY: 503,
  TIMEOUT: 504,
  CANCELLED: 503,
  INTERNAL: 500,
};

const KINDS: Record<number, readonly [slug: string, title: string]> = {
  400: ['bad-request', 'The request is not valid'],
  401: ['unauthenticated', 'It is not said who asks'],
  403: ['forbidden', 'This is not allowed'],
  404: ['not-found', 'There is no such thing'],
  405: ['method-not-allowed', 'This path does not take that method'],
  409: ['conflict', 'The request conflicts with what is there'],
  413: ['too-large', 'The body is too large'],
  414: ['address-too-long', 'The address is too long'],
  415: ['unsupported-media-type', 'The body must be JSON'],
  421: ['misdirected', 'This host is not served here'],
  429: ['rate-limited', 'Too many requests'],
  431: ['headers-too-large', 'The headers are too large'],
  503: ['unavailable', 'Not available now'],
  504: ['timeout', 'Not within the time allowed'],
};
const DEFECT = ['internal', 'Something went wrong here'] as const;

/** A problem of this status; `detail` says what happened this time. */
export function problemOf(status: number, detail: string, instance: string): Problem {
  const [slug, title] =
    KINDS[status] ?? (status >= 500 ? DEFECT : ['bad-request', 'The request is not valid']);
  return { type: `urn:matinee:problem:${slug}`, title, status, detail, instance };
}

/**
 * The problem that a thrown value is. What went wrong inside is not told: it is logged, and the answer says where to
 * look.
 */
export function problemFrom(thrown: unknown, request: FastifyRequest): Problem {
  const instance = pathOf(request.url);
  const status = statusOf(thrown);
  if (isDefect(thrown)) {
    return { ...problemOf(status, 'A defect of the server.', instance), hint: 'The log says more.' };
  }
  const problem = problemOf(
    status,
    thrown instanceof Error ? thrown.message : 'The request failed',
    instance,
  );
  if (thrown instanceof MatineeError && thrown.hint !== undefined) problem.hint = thrown.hint;
  if (thrown instanceof InvalidRequest) problem.errors = [...thrown.errors];
  return problem;
}

/** The path of a URL, without what was asked of it. */
export function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof MatineeError) return STATUS_OF_CODE[thrown.code];
  const status = thrown instanceof Error && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status <= 599 ? status : 500;
}

/** Whether something is broken here: not the request, and not a part that is merely late or away. */
export function isDefect(thrown: unknown): boolean {
  if (thrown instanceof MatineeError && ['UNAVAILABLE', 'TIMEOUT', 'CANCELLED'].includes(thrown.code))
    return false;
  return statusOf(thrown) >= 500;
}
