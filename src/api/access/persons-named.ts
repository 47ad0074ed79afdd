/** The persons that a request is about: in its path, its body or what it asks with. */
import type { FastifyRequest } from 'fastify';
import { isJsonObject } from '../../domain/json.ts';

/** Their ids as text, however they were written; empty where nobody is named. */
export function personsNamed({
  params,
  query,
  body,
}: Pick<FastifyRequest, 'params' | 'query' | 'body'>): string[] {
  const bodies: unknown[] = Array.isArray(body) ? body : [body];
  const named = [params, query, ...bodies].flatMap((part) => (isJsonObject(part) ? [part.userId] : []));
  const others = isJsonObject(query) ? [query.with] : [];
  return [...named, ...others.flat()].flatMap((id) =>
    typeof id === 'string' || typeof id === 'number' ? [String(id)] : [],
  );
}
