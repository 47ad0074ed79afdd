/** What is said of a file that is no backup, or one that is not whole. */
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';

/** Anything thrown while a backup is read. */
export function archiveError(error: unknown, archive: string): unknown {
  if (error instanceof MatineeError) return error;
  if (isSystemError(error, 'ENOENT')) {
    return new MatineeError('NOT_FOUND', `there is no backup ${archive}`, { hint: 'Check the path.' });
  }
  if (isSystemError(error, 'Z_DATA_ERROR') && messageOf(error).includes('header check')) {
    return noBackup(archive);
  }
  return saysDamage(error) ? damaged(archive, messageOf(error)) : error;
}

/** Whether unpacking failed on the bytes, and not on the disk. */
function saysDamage(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return false;
  return error.code.startsWith('Z_') || error.code.startsWith('TAR_');
}

export function noBackup(archive: string): MatineeError {
  return new MatineeError('BAD_INPUT', `${archive} is no backup of Matinee`, {
    hint: 'Give a file that `backup` wrote.',
  });
}

export function damaged(archive: string, what: string): MatineeError {
  return new MatineeError('CORRUPT', `${archive} is damaged: ${what}`, { hint: 'Use another backup.' });
}
