/** What protects the people who use the API from a browser: headers, and no other host's name. */
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
