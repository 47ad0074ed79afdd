/** Moves pages from the write-ahead log back into the index file, beside the writer and never in its way. */
import type { DatabaseSync } from 'node:sqlite';
import { numberOf, onlyRow } from './row.ts';

export interface LogState {
  /** Pages in the log, and how many of them are not in the index file yet. */
  pages: number;
  waiting: number;
}

/** Looks at the log without touching it. */
export function logState(database: DatabaseSync): LogState {
  return stateAfter(database, 'NOOP');
}

/** Writes back what no reader needs from the log any more; blocks neither readers nor the writer. */
export function checkpoint(database: DatabaseSync): LogState {
  return stateAfter(database, 'PASSIVE');
}

/**
 * Writes everything back and cuts the log to nothing, so that no deleted row stands in it; false while somebody reads an
 * older state.
 */
export function emptyLog(database: DatabaseSync): boolean {
  return numberOf(onlyRow(database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()), 'busy') === 0;
}

function stateAfter(database: DatabaseSync, mode: 'NOOP' | 'PASSIVE'): LogState {
  const row = onlyRow(database.prepare(`PRAGMA wal_checkpoint(${mode})`).get());
  const pages = Math.max(0, numberOf(row, 'log'));
  return { pages, waiting: pages - Math.max(0, numberOf(row, 'checkpointed')) };
}
