/** Tokens (JWT, RFC 7519) that an issuer signed, verified against the keys it publishes (JWKS, RFC 7517). */
import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { Clock } from '../../domain/ports.ts';
import { accessFromClaims, type ClaimNames } from './claims.ts';
import type { Principal } from './principal.ts';

export interface TokenOptions {
  issuer: string;
  audience: string;
  jwksUrl: string;
  claims: ClaimNames;
  clock: Clock;
}

/** Signatures of key pairs only: a key that is published must not be able to sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const CLOCK_TOLERANCE_SECONDS = 30;
const KEYS_TIMEOUT_MS = 5_000;

/**
 * Checks tokens: `UNAUTHENTICATED` for one that is malformed, expired, for another audience, of another issuer or not
 * signed by it; `UNAVAILABLE` when the issuer's keys cannot be had.
 */
export function createTokenCheck(options: TokenOptions): (token: string) => Promise<Principal> {
  const { issuer, audience, claims, clock } = options;
  const keys = createRemoteJWKSet(new URL(options.jwksUrl), { timeoutDuration: KEYS_TIMEOUT_MS });

  async function verified(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(clock.now()),
      });
      return payload;
    } catch (error) {
      throw describe(error, options.jwksUrl);
    }
  }

  return async (token) => {
    const payload = await verified(token);
    const access = accessFromClaims(payload, claims);
    return { kind: 'token', id: bearerId(issuer, payload.sub ?? ''), ...access };
  };
}

/** Whoever an issuer knows by this subject. */
export function bearerId(issuer: string, subject: string): string {
  return createHash('sha256').update(`${issuer}\n${subject}`).digest('base64url');
}

function describe(error: unknown, jwksUrl: string): MatineeError {
  const why = reasonOf(error);
  if (why !== null) {
    return new MatineeError('UNAUTHENTICATED', `This token ${why}`, {
      hint: 'Get a new one from its issuer, for this audience: access.tokens says which are taken.',
      cause: error,
    });
  }
  return new MatineeError(
    'UNAVAILABLE',
    `The keys of the issuer of tokens cannot be had: ${messageOf(error)}`,
    {
      hint: `Look whether ${jwksUrl} answers (access.tokens.jwksUrl).`,
      cause: error,
    },
  );
}

/** What is wrong with the token; null where it is not the token's fault. */
function reasonOf(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) return 'has expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `does not fit: ${error.message}`;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'is not signed by its issuer';
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'is signed with a key that its issuer does not publish';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'does not say which key it is signed with';
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return 'is signed in a way that is not taken';
  }
  const malformed = error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid;
  return malformed ? 'is malformed' : null;
}
