/** What protects the people who use the API from a browser: headers, and no other host's name. */
import helmet from '@fastify/helmet';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
export async function protect(app: App, allowedHosts: readonly string[] | undefined): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
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
