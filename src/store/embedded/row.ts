/** Reads columns of SQLite rows into their types: a column of another type means that the file is damaged. */
import type { SQLOutputValue } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';

export type Row = Record<string, SQLOutputValue>;

export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : damaged(column, value);
}

export function numberOf(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : damaged(column, value);
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}

export function numberOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column);
}

/** A text column that holds one of a few words. */
export function wordOf<Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  const value = textOf(row, column);
  return words.find((word) => word === value) ?? damaged(column, value);
}

/** A JSON array of strings kept in a text column. */
export function textsOf(row: Row, column: string): string[] {
  const value: unknown = JSON.parse(textOf(row, column));
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value
    : damaged(column, value);
}

/** The row of a query that always has one. */
export function onlyRow(row: Row | undefined): Row {
  return row ?? damaged('row', row);
}

function damaged(column: string, value: unknown): never {
  throw new MatineeError('CORRUPT', `The index holds ${JSON.stringify(value)} where ${column} should be`, {
    hint: 'Stop every Matinee process on this home, then restore a backup or index the stream again into a new home.',
  });
}
