/** Interactions from before a moment: counted, and deleted in slices that let everybody else write in between. */
import type { DatabaseSync } from 'node:sqlite';
import type { OldInteractions } from '../store.ts';
import { numberOf, onlyRow } from './row.ts';
import type { WriteQueue } from './write-queue.ts';

/** Rows deleted in one transaction: a few milliseconds of work. */
const SLICE_ROWS = 400;
const OLD = 'event_time < ? AND type IN (SELECT value FROM json_each(?))';

export function countOldInteractions(database: DatabaseSync, { types, before }: OldInteractions): number {
  const count = database.prepare(`SELECT count(*) AS n FROM interactions WHERE ${OLD}`);
  return numberOf(onlyRow(count.get(before, JSON.stringify(types))), 'n');
}

/** Rows are found from where the last slice ended: each is looked at once. */
export async function dropOldInteractions(
  database: DatabaseSync,
  queue: Pick<WriteQueue, 'alone'>,
  { types, before }: OldInteractions,
): Promise<number> {
  const select = database.prepare(
    `SELECT id FROM interactions WHERE id > ? AND ${OLD} ORDER BY id LIMIT ${SLICE_ROWS}`,
  );
  const remove = database.prepare('DELETE FROM interactions WHERE id = ?');
  const uncount = database.prepare('UPDATE counters SET slice = slice + 1, interactions = interactions - ?');
  let dropped = 0;
  for (let last: unknown = ''; typeof last === 'string'; ) {
    const after = last;
    last = await queue.alone(() => {
      const rows = select.all(after, before, JSON.stringify(types));
      for (const { id } of rows) remove.run(id ?? null);
      if (rows.length > 0) uncount.run(rows.length);
      dropped += rows.length;
      return rows.at(-1)?.id;
    });
  }
  return dropped;
}
