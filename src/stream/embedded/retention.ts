/** Drops what is older than its topic's retention: whole batches from the oldest on, a few each turn of the writer. */
import type { DatabaseSync } from 'node:sqlite';
import type { Appender } from './appender.ts';
import { numberOf } from './row.ts';
import type { WriteQueue } from './write-queue.ts';

/** Batches looked at in one transaction, and pages given back to the disk: a few milliseconds of work each. */
const SLICE_BATCHES = 32;
const SLICE_PAGES = 128;
/** As large writes, so that records to append go first. */
const SLICE_BYTES = 262_144;

export interface Retention {
  /** The number of records dropped. Their bytes are overwritten and the space given back. */
  apply(nowMs: number): Promise<number>;
}

export function createRetention(database: DatabaseSync, queue: WriteQueue, appender: Appender): Retention {
  const selectLimited = database.prepare(
    `SELECT partition.id, retention_ms FROM partition JOIN topic ON topic.id = topic_id
     WHERE retention_ms IS NOT NULL ORDER BY partition.id`,
  );
  const selectOldest = database.prepare(
    `SELECT base_offset, records, timestamp, payload_id FROM batch WHERE partition_id = ?
     ORDER BY base_offset LIMIT ${SLICE_BATCHES}`,
  );
  const dropBatch = database.prepare('DELETE FROM batch WHERE partition_id = ? AND base_offset = ?');
  const dropPayload = database.prepare('DELETE FROM payload WHERE id = ?');
  const moveEarliest = database.prepare('UPDATE partition SET earliest_offset = ? WHERE id = ?');
  const freePages = database.prepare('PRAGMA freelist_count');

  /** Drops the oldest batches of a partition as long as they are from before `from`. */
  function dropSlice(partition: number, from: number): number {
    let dropped = 0;
    for (const row of selectOldest.all(partition)) {
      if (numberOf(row, 'timestamp') >= from) break;
      const base = numberOf(row, 'base_offset');
      const records = numberOf(row, 'records');
      dropBatch.run(partition, base);
      dropPayload.run(numberOf(row, 'payload_id'));
      moveEarliest.run(base + records, partition);
      dropped += records;
    }
    return dropped;
  }

  async function dropOld(partition: number, from: number): Promise<number> {
    let total = 0;
    for (;;) {
      const dropped = await queue.write(SLICE_BYTES, () => dropSlice(partition, from));
      if (dropped === 0) return total;
      total += dropped;
    }
  }

  async function giveBack(): Promise<void> {
    while (numberOf(freePages.get(), 'freelist_count') > 0) {
      await queue.write(SLICE_BYTES, () => database.exec(`PRAGMA incremental_vacuum(${SLICE_PAGES})`));
    }
  }

  return {
    async apply(nowMs) {
      let total = 0;
      for (const row of selectLimited.all()) {
        total += await dropOld(numberOf(row, 'id'), nowMs - numberOf(row, 'retention_ms'));
      }
      await queue.write(0, () => appender.sweep(nowMs));
      await giveBack();
      return total;
    },
  };
}
