/** What the claims of a token (a JWT, an ID token) say of who bears it, by the names that are configured. */

import { MatineeError } from '../../domain/errors.ts';
import { parseUserId, type UserId } from '../../domain/ids.ts';
import { isJsonObject } from '../../domain/json.ts';
import { isRole, isScope, type Role, type Scope } from './principal.ts';

export interface ClaimNames {
  /** The claim with the person's userId; null where tokens stand for programs only. */
  userId: string | null;
  /** The claim with their roles; words that are no role of ours are passed over. */
  roles: string;
}

export interface ClaimedAccess {
  userId: UserId | null;
  roles: readonly Role[];
  scopes: readonly Scope[];
}

type Claims = Readonly<Record<string, unknown>>;

const SCOPE_PREFIX = 'matinee:';

/**
 * Without a role of ours somebody is a viewer. Scopes are words of `scope` such as `matinee:read`; without any, reading and
 * changing what is their own, never more. `UNAUTHENTICATED` where the userId is there but is none.
 */
export function accessFromClaims(claims: Claims, names: ClaimNames): ClaimedAccess {
  const roles = wordsOf(claimOf(claims, names.roles)).filter(isRole);
  const scopes = wordsOf(claims.scope)
    .filter((word) => word.startsWith(SCOPE_PREFIX))
    .map((word) => word.slice(SCOPE_PREFIX.length));
  return {
    userId: userIdOf(claims, names.userId),
    roles: roles.length === 0 ? ['viewer'] : roles,
    scopes: scopes.length === 0 ? ['read', 'write'] : scopes.filter(isScope),
  };
}

function userIdOf(claims: Claims, name: string | null): UserId | null {
  const value = name === null ? undefined : claimOf(claims, name);
  if (value === undefined || value === null) return null;
  const userId = parseUserId(value);
  if (userId !== null) return userId;
  throw new MatineeError('UNAUTHENTICATED', `The claim ${name} of this token is no userId`, {
    hint: 'Name the claim that holds it in access.claims.userId.',
  });
}

/** A claim by its name, or by a path of names with dots between (`realm_access.roles`). */
function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>(
      (part, key) => (isJsonObject(part) && Object.hasOwn(part, key) ? part[key] : undefined),
      claims,
    );
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((word) => word !== '');
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}
