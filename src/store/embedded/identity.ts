/** What the file says it belongs to: a key and a data set. */
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import type { StoreIdentity } from '../store.ts';
import { textOf } from './row.ts';

/** Records the identity of a new file, inside the caller's transaction; `CONFLICT` when it has another. */
export function claimIdentity(database: DatabaseSync, path: string, identity: StoreIdentity): void {
  const { keyFingerprint, dataSet } = identity;
  const row = database.prepare('SELECT key_fingerprint, data_set FROM identity').get();
  if (row === undefined) {
    database.prepare('INSERT INTO identity VALUES (1, ?, ?)').run(keyFingerprint, dataSet);
    return;
  }
  const known = { keyFingerprint: textOf(row, 'key_fingerprint'), dataSet: textOf(row, 'data_set') };
  if (known.dataSet !== dataSet) {
    throw new MatineeError('CONFLICT', `The index ${path} holds data set ${known.dataSet}, not ${dataSet}`, {
      hint: 'Choose another home with --home, or start with the data set that this home was made from.',
    });
  }
  if (known.keyFingerprint !== keyFingerprint) {
    throw new MatineeError(
      'CONFLICT',
      `The index ${path} was written with the key ${known.keyFingerprint}, not ${keyFingerprint}`,
      {
        hint: 'Point governance.key at the key this home was made with, or choose another home with --home.',
      },
    );
  }
}
