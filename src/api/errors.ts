/** Every failure as a problem: of a route, of the router, of a path or method that does not exist. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify';
import { MatineeError, messageOf } from '../domain/errors.ts';
import type { Logger } from '../domain/ports.ts';
import type { App } from './app.ts';
import { isDefect, pathOf, problemFrom, problemOf } from './problem.ts';
import { PROBLEM_MEDIA_TYPE, type Problem } from './schemas/problem.ts';

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).serializer(JSON.stringify).send(problem);
}

/** Answers whatever a route throws, and logs what was not the caller's doing: by route, since paths name people. */
export function answerError(logger: Logger) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = problemFrom(thrown, request);
    if (isDefect(thrown)) {
      const route = request.routeOptions.url ?? 'none';
      const stack = thrown instanceof Error ? thrown.stack : undefined;
      logger.error(
        { route, method: request.method, status: problem.status, stack },
        `A request failed: ${messageOf(thrown)}`,
      );
    }
    const seconds = retryAfterOf(thrown, problem.status);
    if (seconds !== null) reply.header('retry-after', String(seconds));
    sendProblem(reply, problem);
  };
}

/** When to ask again, in seconds: what is merely away now may be back at any moment. */
function retryAfterOf(thrown: unknown, status: number): number | null {
  if (thrown instanceof MatineeError && thrown.retryAfter !== undefined) return thrown.retryAfter;
  return status === 503 ? 1 : null;
}

export function answerNotFound(request: FastifyRequest, reply: FastifyReply): void {
  const path = pathOf(request.url);
  sendProblem(reply, {
    ...problemOf(404, `There is nothing at ${path}`, path),
    hint: 'The routes are at /docs.',
  });
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** Remembers the methods of each path, as routes are added after this call. */
export function collectMethods(app: App): ReadonlyMap<string, ReadonlySet<string>> {
  const methods = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set();
    for (const name of [method].flat()) known.add(name);
    methods.set(url, known);
  });
  return methods;
}

/** Answers 405, with the methods allowed, to every other method of the paths collected under a prefix. */
export function refuseOtherMethods(app: App, collected: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const [url, allowed] of [...collected]) {
    const others = METHODS.filter((method) => !allowed.has(method));
    const allow = [...allowed].join(', ');
    app.route({
      url,
      method: others,
      schema: { hide: true },
      config: { refusesMethod: true },
      onRequest: (request, reply) => {
        const path = pathOf(request.url);
        reply.header('allow', allow);
        sendProblem(reply, problemOf(405, `${request.method} is not taken here, only ${allow}`, path));
      },
      handler: () => undefined,
    });
  }
}

/** Answers what is not HTTP at all, on the socket itself. */
export function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = BROKEN_REQUEST_STATUS[error.code ?? ''] ?? 400;
  const problem = problemOf(status, 'The request could not be read as HTTP', '/');
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

const BROKEN_REQUEST_STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};
