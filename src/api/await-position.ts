/** `?after=`: an answer waits until it holds what was accepted at a position. */
import type { FastifyRequest } from 'fastify';
import { MatineeError } from '../domain/errors.ts';
import { isJsonObject } from '../domain/json.ts';
import { parsePosition } from '../domain/position.ts';
import type { ApiContext } from './app.ts';
import { InvalidRequest } from './problem.ts';

const DEFAULT_WAIT_LIMIT_MS = 5_000;

type AwaitOptions = Pick<ApiContext, 'live' | 'waitLimitMs' | 'closing'>;

/** A hook for after validation: routes say in their `config.answersFrom` what they answer from. */
export function awaitPosition({ live, waitLimitMs, closing }: AwaitOptions) {
  const limit = waitLimitMs ?? DEFAULT_WAIT_LIMIT_MS;
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
    await unlessClosing(closing, live.waitFor(positions, answersFrom, limit));
  };
}

/** What was accepted may show only once the next process serves: nobody waits for that here. */
async function unlessClosing(closing: AbortSignal, waiting: Promise<void>): Promise<void> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(stopping());
  closing.addEventListener('abort', stop);
  if (closing.aborted) stop();
  try {
    await Promise.race([waiting, stopped]);
  } finally {
    closing.removeEventListener('abort', stop);
  }
}

function stopping(): MatineeError {
  return new MatineeError('UNAVAILABLE', 'This server is being stopped', {
    hint: 'Ask again: what was accepted is kept.',
  });
}
