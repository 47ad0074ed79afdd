/** Who may come in, by the configuration: nobody is asked in the demonstration, on loopback. */
import type { AccessControl } from '../../api/access/guard.ts';
import { type PageSignIn, principalOfSession, sessionCookie } from '../../api/access/page-sign-in.ts';
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import { systemClock } from '../../domain/ports.ts';
import { principalOf } from '../../governance/access/credentials.ts';
import { createOidc, type Oidc } from '../../governance/access/oidc.ts';
import { createSignIn } from '../../governance/access/sign-in.ts';
import { createTokenCheck } from '../../governance/access/tokens.ts';
import type { State } from '../home/open-state.ts';

/** What the API asks of requests; undefined where nobody is asked who they are. */
export function openAccess(
  { vault, pseudonymiser }: Pick<State, 'vault' | 'pseudonymiser'>,
  { access }: Pick<Config, 'access'>,
  runSecret: string,
): AccessControl | undefined {
  if (!access.required) return undefined;
  const checks = {
    checkApiKey: (key: string) => vault.remote.checkApiKey(key),
    runSecret,
    checkToken: tokenCheck(access),
  };
  const signIn = pageSignIn({ vault, pseudonymiser }, access);
  return {
    signIn,
    authenticate: async (request) =>
      (await principalOf(request.headers.authorization, checks)) ?? principalOfSession(request, signIn),
  };
}

function pageSignIn(
  { vault: { remote }, pseudonymiser }: Pick<State, 'vault' | 'pseudonymiser'>,
  access: Config['access'],
): PageSignIn {
  const { publicUrl, sessionHours } = access;
  const sessionMs = sessionHours * 3_600_000;
  const oidc = oidcOf(access);
  return {
    methods: oidc === null ? ['password'] : ['password', 'oidc'],
    ...(oidc === null
      ? {}
      : {
          oidc: {
            begin: oidc.begin,
            async finish(search, remembered) {
              const { bearer, roles, userId } = await oidc.finish(search, remembered);
              const person =
                userId === null ? null : { userId, pseudonym: pseudonymiser.pseudonymise(userId) };
              return remote.openForeignSession({ bearer, roles, person }, sessionMs);
            },
          },
        }),
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

/** Null where nobody signs in through another system; `USAGE` where it is not said all that it takes. */
function oidcOf({ oidc, claims, publicUrl }: Config['access']): Oidc | null {
  const { issuer, clientId, clientSecret, scope } = oidc;
  if (issuer === null) return null;
  if (clientId === null || publicUrl === null) {
    throw new MatineeError('USAGE', 'access.oidc names an issuer, but not the client or where the page is', {
      hint: 'Set access.oidc.clientId and access.publicUrl as well.',
    });
  }
  const redirectUri = `${publicUrl}/api/session/oidc/callback`;
  return createOidc({ issuer, clientId, clientSecret, scope, claims, redirectUri });
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
