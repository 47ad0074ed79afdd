/** The journal of erasures, in the key store: opened by the destruction of a key, closed by the receipt. */
import type { DatabaseSync } from 'node:sqlite';
import { type ErasureFacts, type JournalEntry, parseFacts } from '../erasure/journal.ts';
import { bytesOf, emptyLog, inTransaction, type Row, textOf, textOrNull } from './database.ts';
import type { KeyStore } from './key-store.ts';

export interface ErasureTable {
  inspect(pseudonym: string): { hasKey: boolean; entry: JournalEntry | null };
  destroyKey(pseudonym: string, requestedAt: string): JournalEntry;
  record(pseudonym: string, facts: ErasureFacts): void;
  finish(pseudonym: string, receipt: string): void;
  unfinished(): { pseudonym: string; entry: JournalEntry }[];
}

export function createErasureTable(database: DatabaseSync, keys: KeyStore): ErasureTable {
  const select = database.prepare('SELECT * FROM erasure WHERE digest = ?');
  const selectUnfinished = database.prepare('SELECT * FROM erasure WHERE pseudonym IS NOT NULL');
  const insert = database.prepare('INSERT INTO erasure VALUES (?, ?, ?, NULL)');
  const update = database.prepare('UPDATE erasure SET facts = ? WHERE digest = ?');
  const close = database.prepare('UPDATE erasure SET pseudonym = NULL, receipt = ? WHERE digest = ?');

  function find(pseudonym: string): JournalEntry | null {
    const row = select.get(keys.digestOf(pseudonym));
    return row === undefined ? null : entryOf(row);
  }

  return {
    inspect: (pseudonym) => ({ hasKey: keys.hasKey(pseudonym), entry: find(pseudonym) }),
    destroyKey(pseudonym, requestedAt) {
      const digest = keys.digestOf(pseudonym);
      const entry = inTransaction(database, () => {
        const known = find(pseudonym);
        if (known !== null) return known;
        const keyDestroyed = keys.destroy(pseudonym);
        const facts: ErasureFacts = { requestedAt, ordinal: keys.erasures(), keyDestroyed };
        insert.run(digest, pseudonym, JSON.stringify(facts));
        return { subject: Buffer.from(digest).toString('base64url'), facts, receipt: null };
      });
      emptyLog(database);
      return entry;
    },
    record(pseudonym, facts) {
      update.run(JSON.stringify(facts), keys.digestOf(pseudonym));
    },
    finish(pseudonym, receipt) {
      close.run(receipt, keys.digestOf(pseudonym));
      // The rows that named the person were overwritten, but their page may hold copies from when it was laid out anew.
      database.exec('VACUUM');
      emptyLog(database);
    },
    unfinished: () =>
      selectUnfinished.all().map((row) => ({ pseudonym: textOf(row, 'pseudonym'), entry: entryOf(row) })),
  };
}

function entryOf(row: Row): JournalEntry {
  return {
    subject: Buffer.from(bytesOf(row, 'digest')).toString('base64url'),
    facts: parseFacts(textOf(row, 'facts')),
    receipt: textOrNull(row, 'receipt'),
  };
}
