/**
 * Lets a request through, or refuses it: by who asks, and whose data it is about. Who asks is settled before the body is
 * read; whose data it is about once it has been read and checked.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MatineeError } from '../../domain/errors.ts';
import { mayEver, refusalOf, whoseAre } from '../../governance/access/decide.ts';
import type { Principal } from '../../governance/access/principal.ts';
import type { App } from '../app.ts';
import { accessTo, EVERYBODY } from './access-table.ts';
import type { Auditor } from './audited.ts';
import type { PageSignIn } from './page-sign-in.ts';
import { personsNamed } from './persons-named.ts';

export interface AccessControl {
  /**
   * Whom a request says it is by; null where it says nothing. `UNAUTHENTICATED` where what it says does not hold,
   * `FORBIDDEN` where a browser was made to send it.
   */
  authenticate(request: FastifyRequest): Promise<Principal | null>;
  /** Left out where nobody signs in on the page. */
  signIn?: PageSignIn;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null where nobody is asked who they are. */
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    /** Whether this answers a method that the path does not take. */
    refusesMethod?: boolean;
  }
  interface FastifyInstance {
    /** Every route, as `METHOD /path`. */
    servedRoutes: ReadonlySet<string>;
  }
}

/** To be registered before the routes. Without a control nobody is asked who they are: the demonstration, on loopback. */
export function guard(app: App, control: AccessControl | undefined, auditor: Auditor): void {
  const served = new Set<string>();
  app.decorate('servedRoutes', served);
  app.decorateRequest('principal', null);
  app.addHook('onRoute', ({ url, method, config }) => {
    if (config?.refusesMethod === true) return;
    for (const name of [method].flat()) served.add(`${name} ${url}`);
  });
  if (control !== undefined) askEverybody(app, control, auditor);
  // What was refused has been written down by then, and does not come here.
  app.addHook('preHandler', (request) => auditor.use(request, 'allowed'));
}

function askEverybody(app: App, control: AccessControl, auditor: Auditor): void {
  app.addHook('onRequest', async (request, reply) => {
    const access = accessOf(request);
    if (access === EVERYBODY) return;
    const principal = await askWho(control, request, reply);
    if (access === null || !mayEver(principal, access)) throw forbidden('your role may not do this');
    request.principal = principal;
  });
  app.addHook('preHandler', async (request) => {
    const access = accessOf(request);
    const { principal } = request;
    if (access === EVERYBODY) return;
    if (access === null || principal === null) throw forbidden('nobody may do this');
    const whose = whoseAre(personsNamed(request), principal);
    const need = ['GET', 'HEAD'].includes(request.method) ? 'read' : 'write';
    const refusal = refusalOf(principal, access, whose, need);
    if (refusal === null) return;
    await auditor.use(request, 'refused');
    throw forbidden(refusal);
  });
}

function accessOf({ method, routeOptions: { url, config } }: FastifyRequest) {
  // Nothing is there, or not by this method: that answer tells nothing.
  return url === undefined || config.refusesMethod === true ? EVERYBODY : accessTo(method, url);
}

async function askWho(
  control: AccessControl,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Principal> {
  try {
    const principal = await control.authenticate(request);
    if (principal !== null) return principal;
  } catch (error) {
    if (error instanceof MatineeError && error.code === 'UNAUTHENTICATED') askForCredentials(reply);
    throw error;
  }
  askForCredentials(reply);
  throw new MatineeError('UNAUTHENTICATED', 'This is for those who say who they are', {
    hint: 'Sign in on the page, or send an API key or a token: `Authorization: Bearer …`.',
  });
}

function askForCredentials(reply: FastifyReply): void {
  reply.header('www-authenticate', 'Bearer realm="matinee"');
}

function forbidden(why: string): MatineeError {
  return new MatineeError('FORBIDDEN', `Refused: ${why}`, {
    hint: 'docs/access.md says who may do what.',
  });
}
