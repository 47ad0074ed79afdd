/** The built web application, served beside the API. */
import fastifyStatic from '@fastify/static';
import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { answerNotFound } from './errors.ts';

/** The build puts a hash of its content into each name there. */
const HASHED = /[\\/]assets[\\/]/;

/**
 * Serves the files of a folder; any other path that a browser navigates to gets `index.html`, whose router knows it.
 * Everything else that is not there stays a problem.
 */
export async function serveWebRoot(app: App, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    schemaHide: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) =>
    isNavigation(request) ? reply.sendFile('index.html') : answerNotFound(request, reply),
  );
}

/** Whether a browser wants a page: not data, and not a file that the page asks for. */
function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    !/^\/(api|docs)(\/|\?|$)/.test(url) &&
    headers.accept?.includes('text/html') === true
  );
}
