/** Who may come in, by the configuration: nobody is asked in the demonstration, on loopback. */
import type { AccessControl } from '../../api/access/guard.ts';
import { type PageSignIn, principalOfSession, sessionCookie } from '../../api/access/page-sign-in.ts';
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import { systemClock } from '../../domain/ports.ts';
import { principalOf } from '../../governance/access/credentials.ts';
import { createSignIn } from '../../governance/access/sign-in.ts';
import { createTokenCheck } from '../../governance/access/tokens.ts';
import type { State } from '../home/open-state.ts';

/** What the API asks of requests; undefined where nobody is asked who they are. */
export function openAccess(
  { vault }: Pick<State, 'vault'>,
  { access }: Pick<Config, 'access'>,
  runSecret: string,
): AccessControl | undefined {
  if (!access.required) return undefined;
  const checks = {
    checkApiKey: (key: string) => vault.remote.checkApiKey(key),
    runSecret,
    checkToken: tokenCheck(access),
  };
  const signIn = pageSignIn(vault, access);
  return {
    signIn,
    authenticate: async (request) =>
      (await principalOf(request.headers.authorization, checks)) ?? principalOfSession(request, signIn),
  };
}

function pageSignIn({ remote }: State['vault'], { publicUrl, sessionHours }: Config['access']): PageSignIn {
  const sessionMs = sessionHours * 3_600_000;
  return {
    methods: ['password'],
    cookie: sessionCookie(publicUrl),
    sessionMs,
    withPassword: createSignIn({
      findAccount: (name) => remote.findAccount(name),
      openSession: (accountId, forMs) => remote.openSession(accountId, forMs),
      sessionMs,
    }),
    find: (token) => remote.findSession(token),
    close: (token) => remote.closeSession(token),
  };
}

/**
 * The names that requests may be addressed to, against DNS rebinding. Beyond loopback, without a public address, they
 * cannot be known: whoever asks has to say who they are there, and a browser sends no cookie to another name.
 */
export function allowedHosts({ api, access }: Pick<Config, 'api' | 'access'>, loopback: boolean) {
  const local = [api.host, 'localhost', '127.0.0.1', '[::1]'];
  if (access.publicUrl !== null) return [...new Set([new URL(access.publicUrl).hostname, ...local])];
  return loopback ? [...new Set(local)] : undefined;
}

/** Undefined where tokens are not taken; `USAGE` where it is not said which. */
function tokenCheck({ tokens, claims }: Config['access']) {
  const { issuer, audience, jwksUrl } = tokens;
  if (issuer === null) return undefined;
  if (audience === null || jwksUrl === null) {
    throw new MatineeError('USAGE', 'access.tokens names an issuer, but not the audience or the keys', {
      hint: 'Set access.tokens.audience and access.tokens.jwksUrl as well.',
    });
  }
  return createTokenCheck({ issuer, audience, jwksUrl, claims, clock: systemClock });
}
