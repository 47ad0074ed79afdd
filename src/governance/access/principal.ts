/** Who asks: the words that access is decided by. */
import type { UserId } from '../../domain/ids.ts';

export const ROLES = ['viewer', 'analyst', 'steward', 'operator', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** What a credential may be used for at most, whatever its role allows. */
export const SCOPES = [
  /** To ask. */
  'read',
  /** To change. */
  'write',
  /** To act for any person, as for themselves: for the controller's own applications. */
  'persons',
  /** To say when a rating was given. */
  'import',
] as const;
export type Scope = (typeof SCOPES)[number];

export interface Principal {
  kind: 'account' | 'key' | 'token' | 'command-line';
  /** Which account or key it is, or a digest of whom the token is about. */
  id: string;
  roles: readonly Role[];
  scopes: readonly Scope[];
  /** The person they are; null for a program, which is nobody. */
  userId: UserId | null;
}

export function isRole(word: unknown): word is Role {
  return ROLES.some((role) => role === word);
}

export function isScope(word: unknown): word is Scope {
  return SCOPES.some((scope) => scope === word);
}
