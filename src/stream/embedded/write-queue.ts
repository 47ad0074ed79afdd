/**
 * The one writer of the log in this process. Writes that wait together share a transaction and its fsync (group
 * commit); small ones go before large ones, so that a single rating never waits for a bulk load, and each turn takes
 * at least one large one, so that the bulk load moves too.
 */
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';

/** A write over this size is a large one. */
const SMALL_BYTES = 32_768;
/** How much a transaction takes on, and how long it goes on: the file is free for other processes in between. */
const TURN_BYTES = 524_288;
const TURN_MS = 5;

interface Write {
  bytes: number;
  /** Runs inside the transaction; the function it gives settles the caller once that is durable. */
  run(): () => void;
  fail(error: unknown): void;
}

export interface WriteQueue {
  /**
   * Runs `work` in a transaction and resolves with its result once that is durable. Work is synchronous and throws a
   * `MatineeError` only before its first write: that refuses it alone, anything else undoes the whole transaction.
   */
  write<Result>(bytes: number, work: () => Result): Promise<Result>;
}

/** `committed` is called after every transaction that went through. */
export function createWriteQueue(database: DatabaseSync, committed: () => void): WriteQueue {
  const small: Write[] = [];
  const large: Write[] = [];
  let scheduled = false;

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(turn);
  }

  /** One transaction; then the event loop, so that requests that came meanwhile join the next one. */
  function turn(): void {
    scheduled = false;
    transact(database, small, large, committed);
    if (small.length + large.length > 0) schedule();
  }

  return {
    write: (bytes, work) =>
      new Promise((resolve, reject) => {
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        (bytes > SMALL_BYTES ? large : small).push({ bytes, run, fail: reject });
        schedule();
      }),
  };
}

function transact(database: DatabaseSync, small: Write[], large: Write[], committed: () => void): void {
  try {
    database.exec('BEGIN IMMEDIATE');
  } catch (error) {
    // Whoever holds the file has done so far longer than any of us would: what waits would only wait again.
    for (const write of [...small.splice(0), ...large.splice(0)]) write.fail(error);
    return;
  }
  const taken: Write[] = [];
  try {
    const settlers = [...runShare(small, taken), ...runShare(large, taken)];
    database.exec('COMMIT');
    for (const settle of settlers) settle();
    committed();
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    for (const write of taken) write.fail(error);
  }
}

/** Runs waiting writes, at least one if there is any, until their half of the turn is used up. */
function runShare(waiting: Write[], taken: Write[]): (() => void)[] {
  const settlers: (() => void)[] = [];
  const started = performance.now();
  let bytes = 0;
  while (bytes < TURN_BYTES / 2 && performance.now() - started < TURN_MS / 2) {
    const write = waiting.shift();
    if (!write) break;
    taken.push(write);
    bytes += write.bytes;
    settlers.push(attempt(write));
  }
  return settlers;
}

function attempt(write: Write): () => void {
  try {
    return write.run();
  } catch (error) {
    if (error instanceof MatineeError) return () => write.fail(error);
    throw error;
  }
}
