/** Says what a failure of SQLite means for the person who runs Matinee. */
import { MatineeError, messageOf } from '../../domain/errors.ts';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
export const SQLITE_BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

const ACCESS_HINT =
  'Give this process read and write access to the home folder, or choose another with --home.';

/** The primary result code of an error thrown by `node:sqlite`; null for any other error. */
export function sqliteCode(thrown: unknown): number | null {
  if (!(thrown instanceof Error) || !('errcode' in thrown)) return null;
  return typeof thrown.errcode === 'number' ? thrown.errcode & 0xff : null;
}

/** The `MatineeError` for anything thrown while working on the index file at `path`. */
export function storeError(thrown: unknown, path: string): MatineeError {
  if (thrown instanceof MatineeError) return thrown;
  const because = `${path}: ${messageOf(thrown)}`;
  switch (sqliteCode(thrown)) {
    case CORRUPT:
    case NOTADB:
      return new MatineeError('CORRUPT', `The index is damaged at ${because}`, {
        hint: 'Stop every Matinee process on this home, then restore a backup or index the stream again into a new home.',
        cause: thrown,
      });
    case FULL:
      return unavailable(
        `The disk is full at ${because}`,
        'Free some space; what was acknowledged is safe.',
        thrown,
      );
    case READONLY:
    case CANTOPEN:
      return unavailable(`The index cannot be opened or written at ${because}`, ACCESS_HINT, thrown);
    case SQLITE_BUSY:
    case LOCKED:
      return unavailable(
        `Another process holds the index at ${because}`,
        'Look for a backup or another tool that keeps the file locked, and end it.',
        thrown,
      );
    case IOERR:
      return unavailable(`The disk failed at ${because}`, 'Check the disk and the file system.', thrown);
    case null:
      if (thrown instanceof Error && 'syscall' in thrown) {
        return unavailable(`The index cannot be kept at ${because}`, ACCESS_HINT, thrown);
      }
      return new MatineeError('INTERNAL', `The index failed at ${because}`, { cause: thrown });
    default:
      return new MatineeError('INTERNAL', `The index failed at ${because}`, { cause: thrown });
  }
}

function unavailable(message: string, hint: string, cause: unknown): MatineeError {
  return new MatineeError('UNAVAILABLE', message, { hint, cause });
}
