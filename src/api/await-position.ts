/** `?after=`: an answer waits until it holds what was accepted at a position. */
import type { FastifyRequest } from 'fastify';
import { isJsonObject } from '../domain/json.ts';
import { parsePosition } from '../domain/position.ts';
import type { ApiDeps } from './deps.ts';
import { InvalidRequest } from './problem.ts';

const DEFAULT_WAIT_LIMIT_MS = 5_000;

/** A hook for after validation: routes say in their `config.answersFrom` what they answer from. */
export function awaitPosition(deps: Pick<ApiDeps, 'live' | 'waitLimitMs'>) {
  const limit = deps.waitLimitMs ?? DEFAULT_WAIT_LIMIT_MS;
  return async (request: FastifyRequest): Promise<void> => {
    const { answersFrom } = request.routeOptions.config;
    const after = isJsonObject(request.query) ? request.query.after : undefined;
    if (answersFrom === undefined || typeof after !== 'string') return;
    const positions = parsePosition(after);
    if (positions === null) {
      throw new InvalidRequest(
        [{ in: 'query', pointer: '/after', detail: 'must be a position that an earlier answer gave' }],
        { hint: 'Positions look like movies:0:42.' },
      );
    }
    await deps.live.waitFor(positions, answersFrom, limit);
  };
}
