/**
 * The writer's queue. Batches are cut into slices that hold the writer for a few milliseconds; small requests (one
 * person's click) go into the next slice, whatever bulk load is waiting, and bulk requests take turns at the rest.
 */
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay, setImmediate as yieldToPort } from 'node:timers/promises';
import type { BulkBrake } from './bulk-brake.ts';
import { inTransaction } from './transaction.ts';
import { createSliceWriter, type SliceWriter, type WriteItem } from './write-slice.ts';

/**
 * Milliseconds that a slice takes items for: what they gathered is written and committed on top, and all of it must stay
 * under 10. The budget shrinks after a slice that came near that, and grows back after the others.
 */
const LEAST_BUDGET_MS = 1;
const MOST_BUDGET_MS = 3.5;
const LONG_SLICE_MS = 6;
/** Requests of this many items at most do not wait behind bulk requests. */
const SMALL_REQUEST = 16;
/** Items applied between two looks at the clock. */
const ITEMS_PER_LOOK = 8;
/** After so long without a pause, bulk writing leaves a gap in which another process can take the lock. */
const BULK_STRETCH_MS = 40;
const GAP_MS = 1;

interface WriteRequest {
  items: readonly WriteItem[];
  /** How many of them are in slices already. */
  done: number;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

export interface SliceStatistics {
  slices: number;
  items: number;
  /**
   * Milliseconds the longest slice held the writer: by the clock, which goes on while a busy machine runs something else,
   * and by its thread's processor time, which the system counts in ticks of some milliseconds (the clock bounds it).
   */
  longestMs: number;
  longestCpuMs: number;
}

export interface WriteQueue {
  /** Resolves once the items are committed, and so visible to every reader. */
  write(items: readonly WriteItem[]): Promise<void>;
  /** Runs `work` in a transaction of its own, between the slices. */
  alone<Result>(work: () => Result): Promise<Result>;
  statistics(): SliceStatistics;
}

export function createWriteQueue(
  database: DatabaseSync,
  brake: BulkBrake,
  isSuppressed: (userId: string) => boolean,
): WriteQueue {
  const writer = createSliceWriter(database, isSuppressed);
  const statistics: SliceStatistics = { slices: 0, items: 0, longestMs: 0, longestCpuMs: 0 };
  const small: WriteRequest[] = [];
  const bulk: WriteRequest[] = [];
  let budgetMs = LEAST_BUDGET_MS;
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    let stretchFrom = performance.now();
    while (small.length > 0 || bulk.length > 0) {
      const bulkMayRun = bulk.length > 0 && !brake.isOn();
      if (small.length > 0 || bulkMayRun) await writeOneSlice(bulkMayRun);
      else await delay(GAP_MS);
      if (performance.now() - stretchFrom > BULK_STRETCH_MS) {
        await delay(GAP_MS);
        stretchFrom = performance.now();
      }
      await yieldToPort();
    }
    running = false;
  }

  async function writeOneSlice(withBulk: boolean): Promise<void> {
    const taken = new Set<WriteRequest>();
    try {
      await inTransaction(
        database,
        () => {
          const start = performance.now();
          writer.begin();
          statistics.items += fillSlice(writer, small, start + budgetMs / 2, taken);
          if (withBulk) statistics.items += fillSlice(writer, bulk, start + budgetMs, taken);
          writer.finish();
        },
        (ms, cpuMs) => {
          budgetMs = ms > LONG_SLICE_MS ? budgetMs * 0.7 : budgetMs + 0.1;
          budgetMs = Math.min(MOST_BUDGET_MS, Math.max(LEAST_BUDGET_MS, budgetMs));
          statistics.slices += 1;
          statistics.longestMs = Math.max(statistics.longestMs, ms);
          statistics.longestCpuMs = Math.max(statistics.longestCpuMs, Math.min(ms, cpuMs));
        },
      );
    } catch (thrown) {
      writer.undone();
      for (const request of taken) drop(request, thrown);
      // Nothing was taken when the transaction could not even begin: whoever is next must hear of it.
      if (taken.size === 0) for (const request of [...small, ...bulk]) drop(request, thrown);
      return;
    }
    for (const request of taken) if (request.done === request.items.length) request.resolve();
  }

  function drop(request: WriteRequest, reason: unknown): void {
    for (const queue of [small, bulk]) {
      const place = queue.indexOf(request);
      if (place >= 0) queue.splice(place, 1);
    }
    request.reject(reason);
  }

  return {
    write(items) {
      if (items.length === 0) return Promise.resolve();
      const written = new Promise<void>((resolve, reject) => {
        const queue = items.length <= SMALL_REQUEST ? small : bulk;
        queue.push({ items, done: 0, resolve, reject });
      });
      // drain() settles every request by itself, and so never rejects.
      if (!running) void drain();
      return written;
    },
    alone: (work) =>
      inTransaction(database, () => {
        // What is kept in memory of the tables may be another thing after this.
        writer.undone();
        return work();
      }),
    statistics: () => ({ ...statistics }),
  };
}

/** Applies items of the requests at the head of a queue until the deadline; one left unfinished goes to its end. */
function fillSlice(
  writer: SliceWriter,
  queue: WriteRequest[],
  deadline: number,
  taken: Set<WriteRequest>,
): number {
  let applied = 0;
  while (performance.now() < deadline) {
    const request = queue.shift();
    if (request === undefined) break;
    taken.add(request);
    const from = request.done;
    do {
      for (const item of request.items.slice(request.done, request.done + ITEMS_PER_LOOK)) writer.apply(item);
      request.done = Math.min(request.done + ITEMS_PER_LOOK, request.items.length);
    } while (request.done < request.items.length && performance.now() < deadline);
    applied += request.done - from;
    if (request.done < request.items.length) queue.push(request);
  }
  return applied;
}
