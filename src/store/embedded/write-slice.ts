/**
 * A slice: some items of a batch, written in one short transaction. What it adds to the totals is counted in the same
 * transaction, so that they are exact at any moment.
 */
import type { DatabaseSync } from 'node:sqlite';
import { isNewer } from '../documents.ts';
import type { InteractionWrite, RatingWrite, WriteBatch } from '../store.ts';
import { numberOf, numberOrNull, onlyRow } from './row.ts';
import { type MovieWriter, prepareMovies } from './write-movies.ts';
import { preparePersons } from './write-persons.ts';

/** An item of a batch with the list it is from; it has passed `refusalOf`. */
export type WriteItem = {
  [List in keyof WriteBatch]-?: { list: List; item: NonNullable<WriteBatch[List]>[number] };
}[keyof WriteBatch];

export interface Slice {
  apply(item: WriteItem): void;
  /** Writes what was gathered; the caller's transaction then commits it. */
  finish(): void;
}

/** Prepares the statements once, and gives a function that begins a slice inside a transaction of the caller. */
export function prepareSlices(database: DatabaseSync): () => Slice {
  const beginPersons = preparePersons(database);
  const beginMovies = prepareMovies(database);
  const writeRating = prepareRatings(database);
  const writeInteraction = prepareInteractions(database);
  const counters = database.prepare('SELECT catalogue, slice FROM counters');
  const count = database.prepare(
    `UPDATE counters SET ratings = ratings + ?, movies = movies + ?, users = users + ?,
       interactions = interactions + ?, catalogue = catalogue + ?, slice = slice + 1`,
  );
  return () => {
    const row = onlyRow(counters.get());
    const persons = beginPersons();
    const movies = beginMovies({
      catalogue: numberOf(row, 'catalogue') + 1,
      slice: numberOf(row, 'slice') + 1,
    });
    let ratings = 0;
    let interactions = 0;
    return {
      apply({ list, item }) {
        switch (list) {
          case 'movies':
            movies.upsert(item, item);
            return;
          case 'users':
            persons.upsert(item, item);
            return;
          case 'ratings':
            movies.upsert(item.movie, item);
            ratings += writeRating(persons.upsert(item.user, item), movies, item);
            return;
          case 'interactions':
            interactions += writeInteraction(persons.upsert(item.user, item), item);
        }
      },
      finish() {
        const users = persons.finish();
        const { added, changed } = movies.finish();
        count.run(ratings, added, users, interactions, Number(changed));
      },
    };
  };
}

/** Gives what the write adds to the number of ratings: -1, 0 or 1. The film has been upserted. */
type RatingWriter = (userKey: number, movies: MovieWriter, write: RatingWrite) => number;

function prepareRatings(database: DatabaseSync): RatingWriter {
  const select = database.prepare(
    'SELECT rating, event_time, offset FROM ratings WHERE user_key = ? AND movie_id = ?',
  );
  const save = database.prepare('INSERT OR REPLACE INTO ratings VALUES (?, ?, ?, ?, ?, ?)');
  return (userKey, movies, write) => {
    const { movie, rating, timestamp, eventTime, offset } = write;
    const row = select.get(userKey, movie.movieId);
    const known = row && { eventTime: numberOf(row, 'event_time'), offset: numberOf(row, 'offset') };
    if (!isNewer(write, known ?? null)) return 0;
    save.run(userKey, movie.movieId, rating, timestamp, eventTime, offset);
    const before = row === undefined ? null : numberOrNull(row, 'rating');
    if (before !== null || rating !== null) movies.recount(movie.movieId, before, rating);
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
