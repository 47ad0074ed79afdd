/** Local accounts: people who sign in here with a name and a password. */
import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Clock } from '../../domain/ports.ts';
import { inTransaction, integerOf, type Row, textOf } from '../vault/database.ts';
import { isRole, type Role } from './principal.ts';
import type { NamedPerson, PersonSeal } from './sealed-person.ts';

export interface NewAccount {
  name: string;
  /** As `hashPassword` gives it. */
  passwordHash: string;
  role: Role;
  /** The person of the data they are; null for somebody who only works here. */
  person: NamedPerson | null;
}

export interface ListedAccount extends Pick<NewAccount, 'name' | 'role'> {
  id: string;
  /** Whether they are a person of the data. */
  bound: boolean;
  createdAt: number;
}

export interface Accounts {
  /** `CONFLICT` where there is one of this name. */
  addAccount(account: NewAccount): ListedAccount;
  listAccounts(): ListedAccount[];
  /** Removes it with all its sessions; `NOT_FOUND` where there is none. */
  removeAccount(name: string): ListedAccount;
  /** What signing in needs; null where there is none. */
  findAccount(name: string): { id: string; passwordHash: string } | null;
}

export function createAccounts(database: DatabaseSync, persons: PersonSeal, clock: Clock): Accounts {
  const insert = database.prepare('INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM account WHERE name = ?');
  const selectAll = database.prepare('SELECT * FROM account ORDER BY name');
  const remove = database.prepare('DELETE FROM account WHERE name = ?');

  return {
    addAccount({ name, passwordHash, role, person }) {
      const account = { id: randomUUID(), name, role, bound: person !== null, createdAt: clock.now() };
      inTransaction(database, () => {
        if (select.get(name) !== undefined) {
          throw new MatineeError('CONFLICT', `There is an account ${name} already`, {
            hint: '`accounts remove` it first, or take another name.',
          });
        }
        insert.run(account.id, name, passwordHash, role, ...persons.seal(person), account.createdAt);
      });
      return account;
    },
    listAccounts: () => selectAll.all().map(listed),
    removeAccount(name) {
      return inTransaction(database, () => {
        const row = select.get(name);
        if (row === undefined) {
          throw new MatineeError('NOT_FOUND', `There is no account ${name}`, {
            hint: '`accounts list` shows them.',
          });
        }
        remove.run(name);
        return listed(row);
      });
    },
    findAccount(name) {
      const row = select.get(name);
      return row === undefined ? null : { id: textOf(row, 'id'), passwordHash: textOf(row, 'password') };
    },
  };
}

function listed(row: Row): ListedAccount {
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    role: roleIn(textOf(row, 'role')),
    bound: row.pseudonym !== null,
    createdAt: integerOf(row, 'created_at'),
  };
}

function roleIn(word: string): Role {
  if (isRole(word)) return word;
  throw new MatineeError('CORRUPT', `An account has the role ${word}, which is none`, {
    hint: 'Bring back the file keys/persons.db as it was.',
  });
}

/** Whom an account stands for now. */
export function accountOf(row: Row, persons: PersonSeal): { id: string; role: Role; userId: UserId | null } {
  return { id: textOf(row, 'id'), role: roleIn(textOf(row, 'role')), userId: persons.open(row) };
}
