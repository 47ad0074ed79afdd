/** A copy of the index as it stands at one moment, taken beside its writer. */
import { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import { indexPath, openForReading } from './database.ts';
import { onlyRow, textOf } from './row.ts';
import { storeError } from './sqlite-errors.ts';

/**
 * Writes a copy of a home's index to the new file `to`; nothing that was deleted from the index is in it. Fails as
 * `openEmbeddedStore`, and with `UNAVAILABLE` when the copy cannot be written.
 */
export function snapshotIndex(home: string, to: string): void {
  const path = indexPath(home);
  const index = openForReading(path);
  try {
    index.prepare('VACUUM INTO ?').run(to);
  } catch (thrown) {
    throw storeError(thrown, `${path} (copied to ${to})`);
  } finally {
    index.close();
  }
  refuseDamaged(to, path);
}

function refuseDamaged(copy: string, path: string): void {
  const database = new DatabaseSync(copy, { readOnly: true });
  try {
    if (textOf(onlyRow(database.prepare('PRAGMA quick_check(1)').get()), 'quick_check') === 'ok') return;
  } catch (thrown) {
    throw storeError(thrown, copy);
  } finally {
    database.close();
  }
  throw new MatineeError('CORRUPT', `The index is damaged at ${path}`, {
    hint: 'Stop every Matinee process on this home, then restore an earlier backup or index the stream again.',
  });
}
