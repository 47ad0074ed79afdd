/** Asks the server: JSON in, JSON out, every failure an `ApiError`. */
import { noteAnswer } from '../offline/connection.ts';
import { ApiError } from './api-error.ts';

export type QueryValue = string | number | null | undefined | readonly string[];

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  /** Added to the address; null, undefined and empty text are left out, a list is repeated. */
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  signal?: AbortSignal;
  /** True lets the request outlive the page. */
  keepalive?: boolean;
}

/** The address of a route with its query. */
export function addressOf(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of typeof value === 'object' ? value : [value]) parameters.append(name, String(one));
  }
  const text = parameters.toString();
  return text === '' ? path : `${path}?${text}`;
}

/**
 * The answer's body, of the type that the route's schema states: the server serialises by that schema, so it is
 * not checked again here.
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options);
  noteAnswer(response);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok || body === null) {
    throw new ApiError(
      response.ok ? 500 : response.status,
      detailOf(body) ?? response.statusText,
      retryAfterOf(response),
    );
  }
  return body as Answer;
}

async function send(path: string, { method = 'GET', query, body, signal, keepalive }: RequestOptions) {
  try {
    return await fetch(addressOf(path, query), {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      ...(keepalive === undefined ? {} : { keepalive }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, error instanceof Error ? error.message : String(error));
  }
}

function detailOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('detail' in body)) return null;
  return typeof body.detail === 'string' ? body.detail : null;
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
