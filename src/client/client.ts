/**
 * `matinee/client`: the API from code, in a browser and in Node, with the types of its schemas and nothing else: no
 * code of the server comes along.
 */
import { type Operations, ROUTES, type Route } from './operations.ts';
import { type ClientOptions, createSend, type RequestOptions, type Send } from './send.ts';

export type { Problem } from '../api/schemas/problem.ts';
export type { Operations } from './operations.ts';
export { ProblemError } from './problem-error.ts';
export type { ClientOptions, RequestOptions } from './send.ts';

type Question<Input, Answer> = (
  ...asked: Record<never, never> extends Input
    ? [input?: Input, options?: RequestOptions]
    : [input: Input, options?: RequestOptions]
) => Promise<Answer>;

/** Every question that the API answers, by its name in the OpenAPI document. */
export type MatineeClient = {
  readonly [Name in keyof Operations]: Question<Operations[Name]['input'], Operations[Name]['answer']>;
};

/**
 * A client of the API at `url`. Every question throws `ProblemError` for an answer that is not a success, and what
 * `fetch` throws where there is none. Nothing is tried again: a rating sent twice changes nothing, so callers may.
 */
export function createClient(options: ClientOptions): MatineeClient {
  const send = createSend(options);
  const questions = Object.entries(ROUTES).map(([name, route]) => [name, questionOf(send, route)]);
  // The server serialises by the schemas that the types come from: its answers are not checked again here.
  return Object.fromEntries(questions) as MatineeClient;
}

function questionOf(send: Send, { method, path }: Route) {
  return async (input: object = {}, options: RequestOptions = {}): Promise<unknown> => {
    const { filled, rest } = fillPath(path, input);
    const sent = method === 'POST' ? { path, body: input } : { path: filled, query: rest };
    const response = await send({ ...options, method, ...sent });
    return response.json();
  };
}

/** Puts parameters where the path names them; the rest are of the query. */
function fillPath(path: string, input: object): { filled: string; rest: object } {
  const rest = new Map<string, unknown>(Object.entries(input));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value));
  });
  return { filled, rest: Object.fromEntries(rest) };
}
