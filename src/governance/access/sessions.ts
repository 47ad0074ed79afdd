/**
 * Who is signed in with a browser. The browser holds 256 random bits, of which a digest is kept: whoever reads the key store
 * cannot take a session over. A session ends at a time that is fixed when it begins.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../domain/ports.ts';
import { integerOf, textOf } from '../vault/database.ts';
import { accountOf } from './accounts.ts';
import { isRole, type Principal, type Role, type Scope } from './principal.ts';
import type { NamedPerson, PersonSeal } from './sealed-person.ts';

/** Somebody whom another system has signed in. */
export interface ForeignSignIn {
  /** As `bearerId` gives it. */
  bearer: string;
  roles: readonly Role[];
  person: NamedPerson | null;
}

export interface Sessions {
  /** Signs the owner of an account in for `forMs`, and gives what their browser is to hold. */
  openSession(accountId: string, forMs: number): string;
  openForeignSession(signIn: ForeignSignIn, forMs: number): string;
  /** Who is signed in by it: with the roles that they have now, where they have an account. Null when nobody is, any more. */
  findSession(token: string): Principal | null;
  closeSession(token: string): void;
}

const SCOPES: readonly Scope[] = ['read', 'write'];

export function createSessions(database: DatabaseSync, persons: PersonSeal, clock: Clock): Sessions {
  const insert = database.prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM session WHERE digest = ?');
  const selectAccount = database.prepare('SELECT * FROM account WHERE id = ?');
  const remove = database.prepare('DELETE FROM session WHERE digest = ?');
  const removeEnded = database.prepare('DELETE FROM session WHERE expires_at <= ?');

  function open(
    forMs: number,
    ...columns: [string | null, string, string, string | null, Uint8Array | null]
  ) {
    const token = randomBytes(32).toString('base64url');
    removeEnded.run(clock.now());
    insert.run(digestOf(token), ...columns, clock.now() + forMs);
    return token;
  }

  return {
    openSession(accountId, forMs) {
      const row = selectAccount.get(accountId);
      // So that erasing the person ends it too.
      const pseudonym = typeof row?.pseudonym === 'string' ? row.pseudonym : null;
      return open(forMs, accountId, accountId, '', pseudonym, null);
    },
    openForeignSession: ({ bearer, roles, person }, forMs) =>
      open(forMs, null, bearer, roles.join(' '), ...persons.seal(person)),
    findSession(token) {
      const row = select.get(digestOf(token));
      if (row === undefined || integerOf(row, 'expires_at') <= clock.now()) return null;
      const account = row.account_id === null ? undefined : selectAccount.get(row.account_id ?? null);
      if (account !== undefined) {
        const { id, role, userId } = accountOf(account, persons);
        return { kind: 'account', id, roles: [role], scopes: SCOPES, userId };
      }
      const roles = textOf(row, 'roles').split(' ').filter(isRole);
      return { kind: 'token', id: textOf(row, 'actor'), roles, scopes: SCOPES, userId: persons.open(row) };
    },
    closeSession: (token) => void remove.run(digestOf(token)),
  };
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
