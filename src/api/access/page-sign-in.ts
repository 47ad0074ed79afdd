/** How people sign in on the page, and who a browser's session stands for. */
import type { FastifyRequest } from 'fastify';
import { MatineeError } from '../../domain/errors.ts';
import type { Principal } from '../../governance/access/principal.ts';
import type { Attempt } from '../../governance/access/sign-in.ts';
import type { SIGN_IN_METHODS } from '../schemas/session.ts';

export interface PageSignIn {
  methods: readonly (typeof SIGN_IN_METHODS)[number][];
  cookie: { name: string; secure: boolean };
  sessionMs: number;
  /** What the browser is to hold. `UNAUTHENTICATED` for a wrong name or password, `RATE_LIMITED` after too many. */
  withPassword(attempt: Attempt): Promise<string>;
  /** Signing in through another system; left out where none is configured. */
  oidc?: {
    begin(): Promise<{ url: string; remembered: string }>;
    /** What the browser is to hold; fails as `Oidc`. */
    finish(search: string, remembered: string | undefined): Promise<string>;
  };
  find(token: string): Promise<Principal | null>;
  close(token: string): Promise<void>;
}

/** Over TLS the name makes browsers refuse the cookie from anybody but this very host. */
export function sessionCookie(publicUrl: string | null): PageSignIn['cookie'] {
  const secure = publicUrl?.startsWith('https://') === true;
  return { name: secure ? '__Host-matinee-session' : 'matinee-session', secure };
}

/**
 * Who the session of a request stands for; null where there is none. Another site could make a browser send a request that
 * changes something: it is taken only where the browser says that our own page sends it (other origins were refused before).
 */
export async function principalOfSession(
  { method, cookies, headers }: FastifyRequest,
  { cookie, find }: Pick<PageSignIn, 'cookie' | 'find'>,
): Promise<Principal | null> {
  const token = cookies[cookie.name];
  const principal = token === undefined ? null : await find(token);
  if (principal === null || ['GET', 'HEAD'].includes(method) || headers.origin !== undefined)
    return principal;
  throw new MatineeError('FORBIDDEN', 'A browser session changes things from our own page only', {
    hint: 'Programs use an API key instead: `Authorization: Bearer mat_…`.',
  });
}
