/**
 * Keys of programs: 256 random bits, of which a SHA-256 digest is kept. That needs no slow hash as a password does: nobody
 * can try so many. A key that is rotated goes on for a while beside the new one, so that no request falls between.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import type { Clock } from '../../domain/ports.ts';
import { bytesOf, inTransaction, integerOf, type Row, textOf } from '../vault/database.ts';
import { isRole, isScope, type Principal, type Role, type Scope } from './principal.ts';
import type { NamedPerson, PersonSeal } from './sealed-person.ts';

export interface NewApiKey {
  name: string;
  role: Role;
  scopes: readonly Scope[];
  /** The person that the program acts as; null for none. */
  person: NamedPerson | null;
  /** Epoch milliseconds. */
  expiresAt: number;
}

export interface ListedApiKey extends Pick<NewApiKey, 'name' | 'role' | 'scopes' | 'expiresAt'> {
  id: string;
  /** Whether it acts as one person. */
  bound: boolean;
  createdAt: number;
  /** Until when the key from before a rotation is taken too. */
  previousUntil: number | null;
}

/** A key as its owner gets it, once. */
export interface IssuedApiKey {
  id: string;
  key: string;
  expiresAt: number;
}

export interface ApiKeys {
  createApiKey(request: NewApiKey): IssuedApiKey;
  listApiKeys(): ListedApiKey[];
  /** Ends it at once; `NOT_FOUND` where there is none. */
  revokeApiKey(id: string): void;
  /** A new key in place of one, which is taken for `overlapMs` more; `NOT_FOUND` where there is none, `CONFLICT` once expired. */
  rotateApiKey(id: string, overlapMs: number): IssuedApiKey;
  /** Whom it stands for. `UNAUTHENTICATED` for a key that is not known, is revoked or has expired. */
  checkApiKey(key: string): Principal;
}

const KEY = /^mat_([A-Za-z0-9-]{12})_([A-Za-z0-9_-]{43})$/;

export function isApiKey(credential: string): boolean {
  return credential.startsWith('mat_');
}

export function createApiKeys(database: DatabaseSync, persons: PersonSeal, clock: Clock): ApiKeys {
  const insert = database.prepare('INSERT INTO api_key VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM api_key WHERE id = ?');
  const selectAll = database.prepare('SELECT * FROM api_key ORDER BY created_at, id');
  const remove = database.prepare('DELETE FROM api_key WHERE id = ?');
  const rotate = database.prepare(
    'UPDATE api_key SET previous_digest = digest, previous_until = ?, digest = ? WHERE id = ?',
  );

  function known(id: string): Row {
    const row = select.get(id);
    if (row !== undefined) return row;
    throw new MatineeError('NOT_FOUND', `There is no key ${id}`, { hint: '`keys list` shows them.' });
  }

  return {
    createApiKey({ name, role, scopes, person, expiresAt }) {
      // Hexadecimal: an id that began with a dash would be an option to every command that takes one.
      const id = randomBytes(6).toString('hex');
      const secret = createSecret();
      const [pseudonym, userId] = persons.seal(person);
      insert.run(
        id,
        name,
        role,
        scopes.join(' '),
        digestOf(secret),
        pseudonym,
        userId,
        clock.now(),
        expiresAt,
      );
      return { id, key: keyText(id, secret), expiresAt };
    },
    listApiKeys: () => selectAll.all().map(listed),
    revokeApiKey(id) {
      known(id);
      remove.run(id);
    },
    rotateApiKey(id, overlapMs) {
      return inTransaction(database, () => {
        const expiresAt = integerOf(known(id), 'expires_at');
        if (expiresAt <= clock.now()) {
          throw new MatineeError('CONFLICT', `The key ${id} has expired`, { hint: 'Create a new one.' });
        }
        const secret = createSecret();
        rotate.run(clock.now() + overlapMs, digestOf(secret), id);
        return { id, key: keyText(id, secret), expiresAt };
      });
    },
    checkApiKey(key) {
      const [, id = '', secret = ''] = KEY.exec(key) ?? [];
      const row = select.get(id);
      if (row === undefined || !opens(row, secret, clock.now()))
        throw refused('is not known here, or was revoked');
      if (integerOf(row, 'expires_at') <= clock.now()) throw refused('has expired');
      const { role, scopes } = listed(row);
      return { kind: 'key', id, roles: [role], scopes, userId: persons.open(row) };
    },
  };
}

function opens(row: Row, secret: string, now: number): boolean {
  const digest = digestOf(secret);
  if (timingSafeEqual(digest, bytesOf(row, 'digest'))) return true;
  if (row.previous_digest === null || integerOf(row, 'previous_until') <= now) return false;
  return timingSafeEqual(digest, bytesOf(row, 'previous_digest'));
}

function listed(row: Row): ListedApiKey {
  const role = textOf(row, 'role');
  if (!isRole(role)) throw new MatineeError('CORRUPT', `A key has the role ${role}, which is none`);
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    role,
    scopes: textOf(row, 'scopes').split(' ').filter(isScope),
    bound: row.pseudonym !== null,
    createdAt: integerOf(row, 'created_at'),
    expiresAt: integerOf(row, 'expires_at'),
    previousUntil: row.previous_until === null ? null : integerOf(row, 'previous_until'),
  };
}

const createSecret = () => randomBytes(32).toString('base64url');
const keyText = (id: string, secret: string) => `mat_${id}_${secret}`;
const digestOf = (secret: string) => createHash('sha256').update(secret).digest();

function refused(why: string): MatineeError {
  return new MatineeError('UNAUTHENTICATED', `This API key ${why}`, {
    hint: 'Ask whoever runs Matinee for another: `matinee keys create`.',
  });
}
