/** Asks the API of a home: of the process that serves it, or else of one started for the question. */
import type { Config } from '../../config/schema.ts';
import { type ErrorCode, MatineeError } from '../../domain/errors.ts';
import { isJsonObject, type JsonObject } from '../../domain/json.ts';
import type { Logger } from '../../domain/ports.ts';
import type { Reason } from '../../governance/audit/entry.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { findRunning, type Running } from '../home/running.ts';
import { serveHome } from './serve-home.ts';

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: object;
  /** For the audit log. */
  why?: Reason | undefined;
}

/** The answer to a GET. A problem of the API becomes an error with its detail. */
export async function askHome(
  config: Config,
  logger: Logger,
  path: string,
  request: RequestOptions = {},
): Promise<JsonObject> {
  const home = openExistingHome(locateHome(config));
  const running = await findRunning(home.runFile);
  if (running !== null) return requestJson(running, path, request);
  const state = await openState(home, config);
  try {
    const api = { ...config.api, host: '127.0.0.1', port: 0, readAhead: false };
    const { url, runSecret, close } = await serveHome(state, { ...config, api }, logger);
    try {
      return await requestJson({ apiUrl: url, secret: runSecret }, path, request);
    } finally {
      await close();
    }
  } finally {
    await state.close();
  }
}

/** The JSON that the process that serves a home answers with. A problem of the API becomes an error with its detail. */
export async function requestJson(
  { apiUrl, secret }: Pick<Running, 'apiUrl' | 'secret'>,
  path: string,
  { method = 'GET', body: sent, why }: RequestOptions = {},
): Promise<JsonObject> {
  const url = `${apiUrl}${path}`;
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${secret}`,
      ...(why === undefined ? {} : { 'matinee-why': why }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  });
  const body: unknown = await response.json();
  if (!isJsonObject(body)) throw new MatineeError('INTERNAL', `${url} answered no JSON object`);
  if (response.ok) return body;
  throw new MatineeError(codeOf(response.status), String(body.detail ?? body.title), {
    ...(typeof body.hint === 'string' ? { hint: body.hint } : {}),
  });
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 404) return 'NOT_FOUND';
  return status < 500 ? 'BAD_INPUT' : 'UNAVAILABLE';
}
