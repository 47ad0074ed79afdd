/** Small HTTP calls of tests: JSON in, JSON out, status beside it. */
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';

export interface Answer {
  status: number;
  body: JsonObject;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = text === '' ? {} : JSON.parse(text);
  return { status: response.status, body: isJsonObject(body) ? body : { value: body } };
}

export async function getJson(url: string): Promise<Answer> {
  return read(await fetch(url));
}

export async function sendJson(method: 'POST' | 'DELETE', url: string, body?: unknown): Promise<Answer> {
  const sent =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return read(await fetch(url, { method, ...sent }));
}

/** The objects of a list in an answer. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
