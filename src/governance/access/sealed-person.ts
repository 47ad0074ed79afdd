/** Who a credential stands for, as it is kept: found by pseudonym when they are erased, and their id sealed. */
import { createSecretKey, hkdfSync } from 'node:crypto';
import type { SQLInputValue } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import { parseUserId, type UserId } from '../../domain/ids.ts';
import { openValue, sealValue } from '../vault/sealed-value.ts';

/** A person as whoever asks knows them. */
export interface NamedPerson {
  userId: string;
  pseudonym: string;
}

export interface PersonSeal {
  /** The columns `pseudonym` and `sealed_user_id`. */
  seal(person: NamedPerson | null): [pseudonym: string | null, sealedUserId: Uint8Array | null];
  open(row: Readonly<Record<string, SQLInputValue>>): UserId | null;
}

/** Seals under a key that follows from the master key. */
export function createPersonSeal(masterKey: Uint8Array): PersonSeal {
  const key = createSecretKey(
    new Uint8Array(hkdfSync('sha256', masterKey, new Uint8Array(), 'matinee persons of credentials', 32)),
  );
  return {
    seal: (person) =>
      person === null
        ? [null, null]
        : [person.pseudonym, sealValue(key, Buffer.from(person.userId), Buffer.from(person.pseudonym))],
    open({ pseudonym, sealed_user_id: sealed }) {
      if (typeof pseudonym !== 'string' || !(sealed instanceof Uint8Array)) return null;
      const clear = openValue(key, sealed, Buffer.from(pseudonym));
      const userId = clear === null ? null : parseUserId(Buffer.from(clear).toString('utf8'));
      if (userId !== null) return userId;
      throw new MatineeError('CORRUPT', 'The person of a credential does not open under the master key', {
        hint: 'Bring back the file keys/persons.db, or the master key it was written with.',
      });
    },
  };
}
