/** Who a bearer credential stands for: an API key, the command line of the machine that serves, or a token. */
import { timingSafeEqual } from 'node:crypto';
import { MatineeError } from '../../domain/errors.ts';
import { isApiKey } from './api-keys.ts';
import { type Principal, ROLES, SCOPES } from './principal.ts';

export interface CredentialChecks {
  checkApiKey(key: string): Promise<Principal>;
  /** What commands on this machine know this run by: they may read the home anyway. */
  runSecret: string;
  /** Left out where no issuer of tokens is configured. */
  checkToken?: (token: string) => Promise<Principal>;
}

const COMMAND_LINE: Principal = {
  kind: 'command-line',
  id: 'command-line',
  roles: ROLES,
  scopes: SCOPES,
  userId: null,
};

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i;

/** Whom the header `Authorization` speaks for; null without one. `UNAUTHENTICATED` for one that does not hold. */
export async function principalOf(
  authorization: string | undefined,
  checks: CredentialChecks,
): Promise<Principal | null> {
  if (authorization === undefined) return null;
  const [, credential] = BEARER.exec(authorization) ?? [];
  if (credential === undefined) throw refused('is not of the form `Bearer …`');
  if (isApiKey(credential)) return checks.checkApiKey(credential);
  if (isSame(credential, checks.runSecret)) return COMMAND_LINE;
  if (checks.checkToken === undefined) throw refused('is no API key, and tokens are not taken here');
  return checks.checkToken(credential);
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(why: string): MatineeError {
  return new MatineeError('UNAUTHENTICATED', `What \`Authorization\` holds ${why}`, {
    hint: 'Send an API key (`matinee keys create`) as `Authorization: Bearer mat_…`.',
  });
}
