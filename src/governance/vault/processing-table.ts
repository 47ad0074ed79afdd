/** Who has objected to being profiled, and whose data is only stored: in the key store, so that it outlives every index. */
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import { isLimited, type Processing, UNLIMITED } from '../processing/processing.ts';
import { inTransaction, integerOf, textOf } from './database.ts';
import type { KeyStore } from './key-store.ts';

/** A person, and what may be done with what is held of them. */
export interface LimitedPerson extends Processing {
  pseudonym: string;
}

export interface ProcessingTable {
  processingOf(pseudonym: string): Processing;
  /** Changes what is named of it, and gives what holds then. `NOT_FOUND` for somebody who was erased. */
  limitProcessing(pseudonym: string, change: Partial<Processing>): Processing;
  /** Everybody who is limited. */
  limitedPersons(): LimitedPerson[];
}

export function createProcessingTable(
  database: DatabaseSync,
  keys: Pick<KeyStore, 'isSuppressed'>,
): ProcessingTable {
  const select = database.prepare('SELECT * FROM processing WHERE pseudonym = ?');
  const selectAll = database.prepare('SELECT * FROM processing ORDER BY pseudonym');
  const save = database.prepare('INSERT OR REPLACE INTO processing VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM processing WHERE pseudonym = ?');

  const read = (row: ReturnType<typeof select.get>): Processing => ({
    profiling: integerOf(row, 'profiling') === 1,
    restricted: integerOf(row, 'restricted') === 1,
  });
  const processingOf = (pseudonym: string): Processing => {
    const row = select.get(pseudonym);
    return row === undefined ? UNLIMITED : read(row);
  };

  return {
    processingOf,
    limitProcessing: (pseudonym, change) =>
      inTransaction(database, () => {
        if (keys.isSuppressed(pseudonym)) throw nothingHeld();
        const next = { ...processingOf(pseudonym), ...change };
        if (isLimited(next)) save.run(pseudonym, Number(next.profiling), Number(next.restricted));
        else remove.run(pseudonym);
        return next;
      }),
    limitedPersons: () =>
      selectAll.all().map((row) => ({ pseudonym: textOf(row, 'pseudonym'), ...read(row) })),
  };
}

function nothingHeld(): MatineeError {
  return new MatineeError('NOT_FOUND', 'Nothing is held about this person', {
    hint: 'They were erased: nothing is taken in about them any more.',
  });
}
