/** One request to the API: JSON in, JSON out, every answer that is not a success a `ProblemError`. */
import { readProblem } from './problem-error.ts';

export interface ClientOptions {
  /** Where the API listens, `http://127.0.0.1:8080` say; in a page it serves itself, its own address: `location.origin`. */
  url: string;
  /** A key of `matinee keys create`, or a token of the issuer that is configured. Not for pages: whoever reads it may use it. */
  apiKey?: string;
  /** How long an answer may take, in milliseconds; 30,000 without it. */
  timeoutMs?: number;
  /** Instead of the platform's own, to trace or to test. */
  fetch?: typeof fetch;
}

export interface RequestOptions {
  /** Ends the request early. */
  signal?: AbortSignal;
}

export interface Request extends RequestOptions {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  /** Undefined values are left out, a list is repeated. */
  query?: object | undefined;
  body?: unknown;
}

export type Send = (request: Request) => Promise<Response>;

const TIMEOUT_MS = 30_000;

/** Sends requests to one API; throws `ProblemError`, or what `fetch` throws where there is no answer. */
export function createSend(options: ClientOptions): Send {
  const { url, apiKey, timeoutMs = TIMEOUT_MS, fetch: send = fetch } = options;
  const authorization: Record<string, string> =
    apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  return async ({ method, path, query, body, signal }) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const response = await send(addressOf(url, path, query), {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await readProblem(response);
    return response;
  };
}

function addressOf(base: string, path: string, query: object = {}): URL {
  const address = new URL(path, base);
  for (const [name, value] of Object.entries(query)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    for (const one of values) if (one !== undefined) address.searchParams.append(name, String(one));
  }
  return address;
}
