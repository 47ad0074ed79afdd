/** Takes a person out of the index file: in slices while much is left, the rest and the person at once. */
import { createHmac } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { MatineeError } from '../../domain/errors.ts';
import type { ErasedDocuments } from '../store.ts';
import { emptyLog } from './checkpoint.ts';
import { numberOf, numberOrNull, onlyRow, textOf } from './row.ts';
import type { WriteQueue } from './write-queue.ts';

/** Rows deleted in one transaction: a few milliseconds of work. */
const SLICE_ROWS = 400;
const LOG_EMPTY_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 5;

/** The digest that a person is suppressed by. */
export function digestWith(suppressionKey: Uint8Array): (userId: string) => Uint8Array {
  return (userId) => createHmac('sha256', suppressionKey).update(userId).digest();
}

export interface PersonEraser {
  erasePerson(userId: string): Promise<ErasedDocuments>;
  eraseDigests(digests: readonly Uint8Array[]): Promise<number>;
}

/** The part that the writer asks before it adds a person, and the part that needs its queue. */
export function createSuppression(database: DatabaseSync, suppressionKey: Uint8Array) {
  const digestOf = digestWith(suppressionKey);
  const select = database.prepare('SELECT 1 AS found FROM suppressed WHERE digest = ?');
  const anybody = database.prepare('SELECT 1 AS found FROM suppressed LIMIT 1');
  return {
    digestOf,
    isSuppressed: (userId: string) =>
      anybody.get() !== undefined && select.get(digestOf(userId)) !== undefined,
  };
}

export function createPersonEraser(
  database: DatabaseSync,
  queue: Pick<WriteQueue, 'alone'>,
  digestOf: (userId: string) => Uint8Array,
): PersonEraser {
  const suppress = database.prepare('INSERT OR IGNORE INTO suppressed VALUES (?)');
  const selectKey = database.prepare('SELECT user_key FROM users WHERE user_id = ?');
  const deleteSlice = prepareSlices(database);
  const deletePerson = database.prepare('DELETE FROM users WHERE user_key = ?');
  const countPerson = database.prepare('UPDATE counters SET users = users - 1, erasures = erasures + 1');

  async function takeOut(userId: string): Promise<ErasedDocuments> {
    const erased: ErasedDocuments = { ratings: 0, interactions: 0, users: 0 };
    for (let left = true; left; ) {
      left = await queue.alone(() => {
        suppress.run(digestOf(userId));
        const row = selectKey.get(userId);
        if (row === undefined) return false;
        const key = numberOf(row, 'user_key');
        const slice = deleteSlice(key);
        erased.ratings += slice.ratings;
        erased.interactions += slice.interactions;
        if (slice.more) return true;
        deletePerson.run(key);
        countPerson.run();
        erased.users += 1;
        return false;
      });
    }
    return erased;
  }

  return {
    async erasePerson(userId) {
      const erased = await takeOut(userId);
      await emptyLogSoon(database);
      return erased;
    },
    async eraseDigests(digests) {
      const wanted = new Set(digests.map((digest) => Buffer.from(digest).toString('hex')));
      await queue.alone(() => {
        for (const digest of digests) suppress.run(digest);
      });
      const users = database.prepare('SELECT user_id FROM users').all();
      const found = users
        .map((row) => textOf(row, 'user_id'))
        .filter((userId) => wanted.has(Buffer.from(digestOf(userId)).toString('hex')));
      for (const userId of found) await takeOut(userId);
      if (found.length > 0) await emptyLogSoon(database);
      return found.length;
    },
  };
}

interface DeletedSlice {
  ratings: number;
  interactions: number;
  /** Whether as much may be left again. */
  more: boolean;
}

/** Deletes some rows of a person, and counts them out of the films' figures and the totals. */
function prepareSlices(database: DatabaseSync): (userKey: number) => DeletedSlice {
  const selectRatings = database.prepare(
    `SELECT movie_id, rating FROM ratings WHERE user_key = ? LIMIT ${SLICE_ROWS}`,
  );
  const deleteRating = database.prepare('DELETE FROM ratings WHERE user_key = ? AND movie_id = ?');
  const uncount = database.prepare(
    `UPDATE movie_state SET ratings = ratings - 1, counted_in = ?,
       rating_sum = CASE WHEN ratings = 1 THEN 0 ELSE rating_sum - ? END WHERE movie_id = ?`,
  );
  const deleteInteractions = database.prepare(
    `DELETE FROM interactions WHERE id IN (SELECT id FROM interactions WHERE user_key = ? LIMIT ${SLICE_ROWS})`,
  );
  const count = database.prepare(
    'UPDATE counters SET slice = slice + 1, ratings = ratings - ?, interactions = interactions - ?',
  );
  const selectSlice = database.prepare('SELECT slice FROM counters');
  return (userKey) => {
    const slice = numberOf(onlyRow(selectSlice.get()), 'slice') + 1;
    const rows = selectRatings.all(userKey);
    let ratings = 0;
    for (const row of rows) {
      const movieId = numberOf(row, 'movie_id');
      const rating = numberOrNull(row, 'rating');
      deleteRating.run(userKey, movieId);
      if (rating === null) continue;
      ratings += 1;
      uncount.run(slice, rating, movieId);
    }
    const interactions = Number(deleteInteractions.run(userKey).changes);
    count.run(ratings, interactions);
    return { ratings, interactions, more: rows.length === SLICE_ROWS || interactions === SLICE_ROWS };
  };
}

/** Waits for readers of older states to be done. */
export async function emptyLogSoon(database: DatabaseSync): Promise<void> {
  const deadline = performance.now() + LOG_EMPTY_WITHIN_MS;
  while (!emptyLog(database)) {
    if (performance.now() > deadline) {
      throw new MatineeError(
        'UNAVAILABLE',
        'Deleted rows stay in the log of the index while it is being read',
        {
          hint: 'Stop what reads index/index.db, and erase again: what is done already stays done.',
        },
      );
    }
    await delay(LOOK_EVERY_MS);
  }
}
