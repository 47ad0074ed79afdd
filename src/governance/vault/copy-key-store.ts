/** Brings the key store of one home into another, for a home that is restored: backups hold no keys. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { keyStoreError, openKeyDatabase } from './database.ts';

/**
 * Copies the key store `from` to the new file `to` as it stands at one moment, without anything that was destroyed in
 * it. Whoever calls it has made sure that `from` is there. Fails as `openVault`.
 */
export function copyKeyStore(from: string, to: string): void {
  let source: DatabaseSync | null = null;
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
    source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
    source.prepare('VACUUM INTO ?').run(to);
  } catch (thrown) {
    throw keyStoreError(thrown, from);
  } finally {
    source?.close();
  }
  // Refuses a file of another program, and closes the copy to other users.
  openKeyDatabase(to).close();
}
