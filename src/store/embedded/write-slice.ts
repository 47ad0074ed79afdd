/**
 * A slice: some items of a batch, written in one short transaction. What it adds to the totals is counted in the same
 * transaction, so that they are exact at any moment.
 */
import type { DatabaseSync } from 'node:sqlite';
import { isNewer } from '../newer-version.ts';
import type { InteractionWrite, RatingWrite, WriteBatch } from '../store.ts';
import { numberOf, numberOrNull, onlyRow } from './row.ts';
import { createMovieWriter, type MovieWriter } from './write-movies.ts';
import { createPersonWriter } from './write-persons.ts';

/** An item of a batch with the list it is from; it has passed `refusalOf`. */
export type WriteItem = {
  [List in keyof WriteBatch]-?: { list: List; item: NonNullable<WriteBatch[List]>[number] };
}[keyof WriteBatch];

export interface SliceWriter {
  /** Begins a slice, inside a transaction of the caller. */
  begin(): void;
  apply(item: WriteItem): void;
  /** Writes what was gathered; the caller's transaction then commits it. */
  finish(): void;
  /** To be told when the caller's transaction was undone. */
  undone(): void;
}

export function createSliceWriter(
  database: DatabaseSync,
  isSuppressed: (userId: string) => boolean,
): SliceWriter {
  const persons = createPersonWriter(database, isSuppressed);
  const movies = createMovieWriter(database);
  const writeRating = prepareRatings(database, movies);
  const writeInteraction = prepareInteractions(database);
  const selectCounters = database.prepare('SELECT catalogue, slice FROM counters');
  const dataVersion = database.prepare('PRAGMA data_version');
  const count = database.prepare(
    `UPDATE counters SET ratings = ratings + ?, movies = movies + ?, users = users + ?,
       interactions = interactions + ?, catalogue = catalogue + ?, slice = slice + 1`,
  );
  let seenVersion = -1;
  let ratings = 0;
  let interactions = 0;

  function forget(): void {
    persons.forget();
    movies.forget();
  }

  return {
    begin() {
      ratings = 0;
      interactions = 0;
      // Moves when another connection has written, never by our own commits.
      const version = numberOf(onlyRow(dataVersion.get()), 'data_version');
      if (version !== seenVersion) forget();
      seenVersion = version;
      const row = onlyRow(selectCounters.get());
      movies.begin({ catalogue: numberOf(row, 'catalogue') + 1, slice: numberOf(row, 'slice') + 1 });
    },
    apply({ list, item }) {
      switch (list) {
        case 'movies':
          movies.upsert(item, item);
          return;
        case 'users':
          persons.upsert(item, item);
          return;
        case 'ratings': {
          movies.upsert(item.movie, item);
          const person = persons.upsert(item.user, item);
          if (person !== null) ratings += writeRating(person, item);
          return;
        }
        case 'interactions': {
          const person = persons.upsert(item.user, item);
          if (person !== null) interactions += writeInteraction(person, item);
        }
      }
    },
    finish() {
      const users = persons.finish();
      const { added, changed } = movies.finish();
      count.run(ratings, added, users, interactions, Number(changed));
    },
    undone: forget,
  };
}

/**
 * Gives what the write adds to the number of ratings: -1, 0 or 1. Its film has been upserted. The first write of a person
 * and film, which most are, takes one statement.
 */
function prepareRatings(
  database: DatabaseSync,
  movies: MovieWriter,
): (userKey: number, write: RatingWrite) => number {
  const insert = database.prepare('INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const select = database.prepare(
    'SELECT rating, event_time, offset FROM ratings WHERE user_key = ? AND movie_id = ?',
  );
  const update = database.prepare(
    'UPDATE ratings SET rating = ?, timestamp = ?, event_time = ?, offset = ? WHERE user_key = ? AND movie_id = ?',
  );
  return (userKey, { movie: { movieId }, rating, timestamp, eventTime, offset }) => {
    let before: number | null = null;
    if (insert.run(userKey, movieId, rating, timestamp, eventTime, offset).changes === 0) {
      const row = onlyRow(select.get(userKey, movieId));
      const known = { eventTime: numberOf(row, 'event_time'), offset: numberOf(row, 'offset') };
      if (!isNewer({ eventTime, offset }, known)) return 0;
      update.run(rating, timestamp, eventTime, offset, userKey, movieId);
      before = numberOrNull(row, 'rating');
    }
    if (before !== null || rating !== null) movies.recount(movieId, before, rating);
    return Number(rating !== null) - Number(before !== null);
  };
}

/** Gives 1 for an interaction that was not there yet, else 0. */
function prepareInteractions(database: DatabaseSync): (userKey: number, write: InteractionWrite) => number {
  const save = database.prepare('INSERT OR IGNORE INTO interactions VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  return (userKey, write) => {
    const { id, movieId, type, eventTime, offset, recommendationId, position } = write;
    const { changes } = save.run(
      id,
      userKey,
      movieId,
      type,
      eventTime,
      offset,
      recommendationId ?? null,
      position ?? null,
    );
    return Number(changes);
  };
}
