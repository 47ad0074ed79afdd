/** Says in our terms what SQLite refuses. */
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';

/** Primary result codes of https://sqlite.org/rescode.html; the extended ones carry them in their low byte. */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

function resultCodeOf(thrown: unknown): number | null {
  const code = thrown instanceof Error && 'errcode' in thrown ? thrown.errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

export function isBusy(thrown: unknown): boolean {
  return resultCodeOf(thrown) === SQLITE_BUSY;
}

/** Turns anything thrown while using the log at `file` into a `MatineeError`; one that is so already stays. */
export function asLogError(thrown: unknown, file: string): MatineeError {
  if (thrown instanceof MatineeError) return thrown;
  const fail = (code: MatineeError['code'], what: string, hint: string) =>
    new MatineeError(code, `${what}: ${file} (${messageOf(thrown)})`, { hint, cause: thrown });
  switch (resultCodeOf(thrown)) {
    case SQLITE_BUSY:
      return fail('UNAVAILABLE', 'Another process holds the log', 'Wait for it to finish, or stop it.');
    case SQLITE_READONLY:
      return fail(
        'UNAVAILABLE',
        'The log cannot be written',
        'Give this user the right to write the file and its folder.',
      );
    case SQLITE_FULL:
      return fail(
        'UNAVAILABLE',
        'The disk of the log is full',
        'Free some space; nothing accepted before is lost.',
      );
    case SQLITE_IOERR:
      return fail(
        'UNAVAILABLE',
        'The disk of the log fails',
        'Look at the disk: its space, its quota, the system log.',
      );
    case SQLITE_CANTOPEN:
      return fail(
        'UNAVAILABLE',
        'The log cannot be opened',
        'Check that the folder exists and that this user may use it.',
      );
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fail('CORRUPT', 'The log is damaged', 'Restore the home from a backup.');
    default:
      return isSystemError(thrown, 'EACCES') ||
        isSystemError(thrown, 'EPERM') ||
        isSystemError(thrown, 'EROFS')
        ? fail('UNAVAILABLE', 'The log cannot be written', 'Give this user the right to write the folder.')
        : isSystemError(thrown, 'ENOTDIR') ||
            isSystemError(thrown, 'EEXIST') ||
            isSystemError(thrown, 'ENOENT')
          ? fail('UNAVAILABLE', 'The folder of the log cannot be made', 'Name another folder as the home.')
          : new MatineeError('INTERNAL', `The log failed at ${file}: ${messageOf(thrown)}`, {
              cause: thrown,
            });
  }
}
