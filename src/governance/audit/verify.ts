/** Whether an audit log is as it was written: each entry unchanged, in its place, and none missing, at the end neither. */
import { MatineeError } from '../../domain/errors.ts';
import { type AuditEntry, hashOf, NO_HASH, parseEntry } from './entry.ts';

/** Where a log ends, as it is kept apart from it. */
export interface AuditHead {
  entries: number;
  hash: string;
}

export interface VerifiedLog {
  entries: readonly AuditEntry[];
  head: AuditHead;
  /** Lines whose time lies before that of the line above: the clock was set back. */
  clockSetBackAt: readonly number[];
}

/**
 * Reads a log. `CORRUPT` when an entry was changed, removed or moved, or the log does not end where the head says, naming
 * the line. `head` may know the hash alone.
 */
export function verifyLog(text: string, head: { entries: number | null; hash: string } | null): VerifiedLog {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw broken(lines.length + 1, 'is cut off in the middle');
  const entries: AuditEntry[] = [];
  let last = NO_HASH;
  for (const [index, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (entry === null) throw broken(index + 1, 'is no entry: it was changed');
    const { hash, ...rest } = entry;
    // The text too: another spelling of the same entry is not what was written.
    if (hashOf(rest) !== hash || JSON.stringify(entry) !== line) throw broken(index + 1, 'was changed');
    if (entry.previous !== last || entry.sequence !== index + 1) {
      throw broken(index + 1, 'does not follow the one above it: an entry was removed, added or moved');
    }
    entries.push(entry);
    last = hash;
  }
  const found = { entries: entries.length, hash: last };
  if (head !== null && head.hash !== last) throw wrongEnd(head.entries, found.entries);
  return { entries, head: found, clockSetBackAt: setBackAt(entries) };
}

function setBackAt(entries: readonly AuditEntry[]): number[] {
  return entries.flatMap(({ at }, index) => (at < (entries[index - 1]?.at ?? '') ? [index + 1] : []));
}

function broken(line: number, what: string): MatineeError {
  return new MatineeError('CORRUPT', `The audit log does not hold: line ${line} ${what}`, {
    hint: 'Compare it with a copy from before, and find out who could write to it.',
  });
}

function wrongEnd(expected: number | null, found: number): MatineeError {
  const should = expected === null ? 'elsewhere' : `after ${expected}`;
  return new MatineeError(
    'CORRUPT',
    `The audit log does not hold: it ends after ${found} entries, and should end ${should}: the last were removed or replaced`,
    { hint: 'Compare it with a copy from before, and find out who could write to it.' },
  );
}
