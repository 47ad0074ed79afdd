/** Short write transactions that several processes take turns at. */
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { LOCK_TIMEOUT_MS } from './database.ts';
import { SQLITE_BUSY, sqliteCode } from './sqlite-errors.ts';

/**
 * Runs `work` between BEGIN IMMEDIATE and COMMIT, without a pause in between; undone when it throws. While another
 * process writes it asks again every millisecond: SQLite's own waiting doubles its naps, and would starve beside a
 * bulk load. `onHeld` hears how long the writer was held, by the clock and in processor time.
 */
export async function inTransaction<Result>(
  database: DatabaseSync,
  work: () => Result,
  onHeld: (ms: number, cpuMs: number) => void = () => {},
): Promise<Result> {
  const deadline = performance.now() + LOCK_TIMEOUT_MS;
  while (!tryBegin(database, deadline)) await delay(1);
  const start = performance.now();
  const cpuStart = process.threadCpuUsage();
  try {
    const result = work();
    database.exec('COMMIT');
    const cpu = process.threadCpuUsage(cpuStart);
    onHeld(performance.now() - start, (cpu.user + cpu.system) / 1000);
    return result;
  } catch (thrown) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw thrown;
  }
}

function tryBegin(database: DatabaseSync, deadline: number): boolean {
  try {
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch (thrown) {
    if (sqliteCode(thrown) === SQLITE_BUSY && performance.now() < deadline) return false;
    throw thrown;
  }
}
