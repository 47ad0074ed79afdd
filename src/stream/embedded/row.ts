/** Reads the columns of a row of SQLite as the types that the schema (STRICT tables) says they have. */
import { MatineeError } from '../../domain/errors.ts';

export type Row = Readonly<Record<string, unknown>>;

function wrongType(column: string, expected: string): MatineeError {
  return new MatineeError('CORRUPT', `Column ${column} of the log holds no ${expected}`, {
    hint: 'Restore the home from a backup.',
  });
}

export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number') throw wrongType(column, 'number');
  return value;
}

export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw wrongType(column, 'text');
  return value;
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array)) throw wrongType(column, 'bytes');
  return value;
}
