/** Notices when who is limited changes, whichever process changed it. */
import type { DatabaseSync } from 'node:sqlite';
import { integerOf } from './database.ts';
import type { LimitedPerson, ProcessingTable } from './processing-table.ts';

/** Calls back with everybody who is limited whenever that has changed since it was looked last. */
export function watchProcessing(
  database: DatabaseSync,
  table: Pick<ProcessingTable, 'limitedPersons'>,
  onChange: (limited: LimitedPerson[]) => void,
): { look(): void; changedHere(): void } {
  const dataVersion = database.prepare('PRAGMA data_version');
  let seenVersion = -1;
  let seen = JSON.stringify(table.limitedPersons());

  function compare(): void {
    const limited = table.limitedPersons();
    const now = JSON.stringify(limited);
    if (now === seen) return;
    seen = now;
    onChange(limited);
  }

  return {
    look() {
      // Moves when another connection has written.
      const version = integerOf(dataVersion.get(), 'data_version');
      if (version === seenVersion) return;
      seenVersion = version;
      compare();
    },
    changedHere: compare,
  };
}
