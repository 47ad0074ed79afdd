/**
 * The source API: the ratings of a data set as pages of JSON, as an external service would give them. Nothing is read
 * from files for a request.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from '../../domain/ports.ts';
import type { DataSet } from '../data-set.ts';
import { createPageWriter, totalPages } from './page-json.ts';
import { readPageRequest } from './page-request.ts';
import { createRateLimit, DEFAULT_RATE_LIMITS, type RateLimits } from './rate-limit.ts';

export interface SourceApiOptions {
  limits?: RateLimits;
  /** A caller that sends this in the header `SOURCE_SECRET_HEADER` is not limited. */
  unlimitedSecret?: string;
  logger?: Logger;
}

/** Carries the run's secret, by which `start` knows its own producer. */
export const SOURCE_SECRET_HEADER = 'x-matinee-source-secret';

/** Longer request lines and headers are refused by the HTTP parser. */
const MAX_HEADER_BYTES = 16_384;
const JSON_TYPE = 'application/json; charset=utf-8';

/** The server, not yet listening. Errors are `{error}` with a sentence. */
export function createSourceApi(dataSet: DataSet, options: SourceApiOptions = {}): FastifyInstance {
  const server = fastify({
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    routerOptions: { maxParamLength: MAX_HEADER_BYTES },
    bodyLimit: 1024,
    requestTimeout: 30_000,
    frameworkErrors: answerBrokenUrl,
  });
  limitRequests(server, options);
  answerErrors(server, options.logger);
  const writePage = createPageWriter(dataSet);

  server.get('/', (_request, reply) => reply.send(descriptionOf(dataSet)));
  server.get('/healthz', (_request, reply) => reply.send({ status: 'ok' }));
  server.get<{ Params: { page: string }; Querystring: { per_page?: unknown } }>(
    '/movies/page:page',
    (request, reply) => {
      const asked = readPageRequest(request.params.page, request.query.per_page);
      if (typeof asked === 'string') return reply.code(400).send({ error: asked });
      const page = writePage(asked);
      if (page === null)
        return reply.code(404).send({ error: pastTheEnd(dataSet, asked.page, asked.perPage) });
      return reply.type(JSON_TYPE).send(page);
    },
  );
  return server;
}

function answerBrokenUrl(_error: unknown, _request: unknown, reply: FastifyReply): void {
  void reply.code(400).send({ error: 'the address is not a valid URL' });
}

function limitRequests(
  server: FastifyInstance,
  { limits = DEFAULT_RATE_LIMITS, unlimitedSecret }: SourceApiOptions,
): void {
  const limit = createRateLimit(limits);
  const isUnlimited = secretCheck(unlimitedSecret);
  server.addHook('onRequest', async (request, reply) => {
    if (request.url === '/healthz' || isUnlimited(request)) return;
    const waitSeconds = await limit.consume(request.ip);
    if (waitSeconds === null) return;
    await reply
      .code(429)
      .header('retry-after', String(waitSeconds))
      .send({ error: `too many requests: ask again in ${waitSeconds} s` });
  });
}

/** Compares digests, so that the time taken tells neither the secret nor its length. */
function secretCheck(secret: string | undefined): (request: FastifyRequest) => boolean {
  if (secret === undefined || secret === '') return () => false;
  const expected = digestOf(secret);
  return (request) => {
    const sent = request.headers[SOURCE_SECRET_HEADER];
    return typeof sent === 'string' && timingSafeEqual(digestOf(sent), expected);
  };
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function answerErrors(server: FastifyInstance, logger: Logger | undefined): void {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'there is no such page here: ask for /movies/page1' }),
  );
  server.setErrorHandler<{ statusCode?: number; message: string }>((error, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.message });
    logger?.error({ error: error.message }, 'the source API failed to answer');
    return reply.code(500).send({ error: 'the source failed to answer; its log says why' });
  });
}

function pastTheEnd(dataSet: DataSet, page: number, perPage: number): string {
  return `page ${page} is past the last one, ${totalPages(dataSet, perPage)} at ${perPage} a page`;
}

function descriptionOf({ name, fingerprint, simulated, movies, users, ratings }: DataSet) {
  return {
    service: 'Matinee source',
    dataSet: name,
    fingerprint,
    simulated,
    movies: movies.length,
    users: users.length,
    ratings: ratings.length,
    pages: '/movies/page1?per_page=10',
  };
}
