/** What protects the people who use the API from a browser: headers, and no other host's name nor page. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import type { App } from './app.ts';
import { sendProblem } from './errors.ts';
import { pathOf, problemOf } from './problem.ts';

/** Nothing from anywhere else, no inline script, no inline style, in no frame. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  baseUri: ["'none'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'"],
};

/** Plain HTTP on loopback is a way to run this: nothing is upgraded to TLS here, that is for what stands in front. */
export function protect(app: App, allowedHosts: readonly string[] | undefined): void {
  // Made once: `@fastify/helmet` makes every header anew for each request, a tenth of an answer's time.
  const secure = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
  app.addHook('onRequest', (request, reply, done) => {
    secure(request.raw, reply.raw, (failure) => done(failure instanceof Error ? failure : undefined));
  });
  if (allowedHosts !== undefined) app.addHook('onRequest', refuseOtherHosts(allowedHosts));
  app.addHook('onRequest', refuseOtherOrigins);
}

function refuseOtherHosts(allowedHosts: readonly string[]) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (allowedHosts.includes(request.hostname.toLowerCase())) return;
    sendProblem(reply, {
      ...problemOf(421, 'The host that this request names is not this one', pathOf(request.url)),
      hint: `Ask for ${allowedHosts.join(' or ')}.`,
    });
  };
}

/**
 * A page of another site may send requests, though it cannot read the answers: its browser says so in `Origin`. Ours is
 * where the request itself was addressed to, whatever stands in front; programs send none.
 */
async function refuseOtherOrigins(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { origin } = request.headers;
  if (origin === undefined || hostOf(origin) === request.host.toLowerCase()) return;
  sendProblem(reply, {
    ...problemOf(403, 'A page of another site sent this request', pathOf(request.url)),
    hint: 'Use the page that is served here, or a program that sends no Origin.',
  });
}

/** Host and port of an origin; null for one that names none (`null`), or is not an origin. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
