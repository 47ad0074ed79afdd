/** What a request that did not succeed throws. */
import type { Problem } from '../api/schemas/problem.ts';

/** An answer that is not a success, with the problem (RFC 9457) that it told. */
export class ProblemError extends Error {
  readonly status: number;
  /** Null where the answer was none of the API's: of a proxy in between, say. */
  readonly problem: Problem | null;
  /** Seconds to wait before asking again, where the server says (429, 503). */
  readonly retryAfter: number | null;

  constructor(status: number, problem: Problem | null, retryAfter: number | null) {
    super(problem === null ? `the answer has status ${status}` : messageOf(problem));
    this.name = 'ProblemError';
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

function messageOf({ title, detail, hint }: Problem): string {
  return hint === undefined ? `${title}: ${detail}` : `${title}: ${detail} (${hint})`;
}

/** The problem of an answer that is not a success. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null);
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
  return new ProblemError(response.status, isProblem(body) ? body : null, retryAfter);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && 'title' in body && 'type' in body;
}
