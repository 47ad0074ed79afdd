/**
 * Signing in through another system (OpenID Connect Core 1.0): the authorization code flow with PKCE (RFC 7636). What a sign-in
 * under way must remember stays in the browser that began it, so that no other browser can be made to end it.
 */
import * as client from 'openid-client';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import { accessFromClaims, type ClaimedAccess, type ClaimNames } from './claims.ts';
import { bearerId } from './tokens.ts';

export interface OidcOptions {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  /** Words joined by spaces, `openid` among them. */
  scope: string;
  claims: ClaimNames;
  /** Where the issuer sends browsers back to. */
  redirectUri: string;
}

export interface OidcSignIn extends Pick<ClaimedAccess, 'roles' | 'userId'> {
  bearer: string;
}

export interface Oidc {
  /** Where to send the browser, and what it is to remember until it comes back. */
  begin(): Promise<{ url: string; remembered: string }>;
  /**
   * Whom the issuer has signed in. `UNAUTHENTICATED` where that was refused, did not begin in this browser, or the answer
   * cannot be exchanged; `UNAVAILABLE` where the issuer does not say how it is asked.
   */
  finish(search: string, remembered: string | undefined): Promise<OidcSignIn>;
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/;
const TIMEOUT_SECONDS = 10;

export function createOidc(options: OidcOptions): Oidc {
  const { issuer, clientId, clientSecret, scope, claims, redirectUri } = options;
  let found: Promise<client.Configuration> | null = null;

  /** Asked of the issuer once; again where it could not be asked. */
  function configuration(): Promise<client.Configuration> {
    found ??= client
      .discovery(
        new URL(issuer),
        clientId,
        clientSecret ?? undefined,
        clientSecret === null ? client.None() : undefined,
        {
          timeout: TIMEOUT_SECONDS,
          // Without TLS on this machine alone.
          ...(LOOPBACK.test(issuer) ? { execute: [client.allowInsecureRequests] } : {}),
        },
      )
      .catch((error: unknown) => {
        found = null;
        throw new MatineeError('UNAVAILABLE', `The issuer of sign-ins cannot be asked: ${messageOf(error)}`, {
          hint: `Look whether ${issuer} answers (access.oidc.issuer).`,
          cause: error,
        });
      });
    return found;
  }

  return {
    async begin() {
      const [state, nonce, verifier] = [
        client.randomState(),
        client.randomNonce(),
        client.randomPKCECodeVerifier(),
      ];
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, remembered: [state, nonce, verifier].join('.') };
    },
    async finish(search, remembered) {
      const [expectedState, expectedNonce, pkceCodeVerifier] = remembered?.split('.') ?? [];
      if (expectedState === undefined || expectedNonce === undefined || pkceCodeVerifier === undefined) {
        throw refused('it did not begin in this browser, or took too long');
      }
      const current = new URL(redirectUri);
      current.search = search;
      const config = await configuration();
      const checks = { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true };
      const tokens = await client.authorizationCodeGrant(config, current, checks).catch((error: unknown) => {
        throw refused(messageOf(error), error);
      });
      const told = tokens.claims();
      if (told === undefined) throw refused('the issuer did not say who it is');
      const { roles, userId } = accessFromClaims(told, claims);
      return { bearer: bearerId(issuer, told.sub), roles, userId };
    },
  };
}

function refused(why: string, cause?: unknown): MatineeError {
  return new MatineeError('UNAUTHENTICATED', `The sign-in did not succeed: ${why}`, {
    hint: 'Begin it again at /api/session/oidc.',
    ...(cause === undefined ? {} : { cause }),
  });
}
