/** Point reads of the index: each is one or two indexed queries. */
import type { DatabaseSync } from 'node:sqlite';
import { AGE_BANDS, INTERACTION_TYPES } from '../../domain/closed-words.ts';
import type { Pseudonym } from '../../domain/ids.ts';
import type { InteractionDocument } from '../../domain/interaction.ts';
import type { Person } from '../../domain/person.ts';
import type { MovieSummary } from '../store.ts';
import { movieOf, movieSummaryOf, SELECT_MOVIES } from './movie-rows.ts';
import type { LookupFunctions } from './protocol.ts';
import { numberOf, numberOrNull, onlyRow, type Row, textOf, textOrNull, wordOf } from './row.ts';

type Lookups = Omit<LookupFunctions, 'searchMovies' | 'suggestMovies' | 'moreLikeThis' | 'shutDown'>;

export function createLookups(database: DatabaseSync): Lookups {
  const counters = database.prepare('SELECT * FROM counters');
  const selectMovie = database.prepare(`${SELECT_MOVIES} WHERE movie_id = ?`);
  const movieById = (movieId: number): MovieSummary | null => {
    const row = selectMovie.get(movieId);
    return row === undefined ? null : movieSummaryOf(row);
  };
  return {
    async totals() {
      const row = onlyRow(counters.get());
      return {
        ratings: numberOf(row, 'ratings'),
        movies: numberOf(row, 'movies'),
        users: numberOf(row, 'users'),
        interactions: numberOf(row, 'interactions'),
      };
    },
    erasures: async () => numberOf(onlyRow(counters.get()), 'erasures'),
    catalogueVersion: async () => numberOf(onlyRow(counters.get()), 'catalogue'),
    movie: async (movieId) => movieById(movieId),
    movies: async (movieIds) => movieIds.map(movieById).filter((movie) => movie !== null),
    ...createPersonLookups(database),
  };
}

function createPersonLookups(
  database: DatabaseSync,
): Pick<Lookups, 'user' | 'rating' | 'ratingsOf' | 'interactionsOf'> {
  const selectPerson = database.prepare('SELECT * FROM users WHERE user_id = ?');
  const selectRating = database.prepare(
    `SELECT users.*, movies.*, rating, timestamp, strftime('%d-%m-%Y %H:%M:%S', timestamp, 'unixepoch') AS date
     FROM users JOIN ratings USING (user_key) JOIN movies USING (movie_id)
     WHERE user_id = ? AND movie_id = ? AND rating IS NOT NULL`,
  );
  const selectHistory = database.prepare(
    `SELECT movie_id, rating, timestamp, ratings.event_time, ratings.offset FROM ratings
     WHERE user_key = (SELECT user_key FROM users WHERE user_id = ?) AND rating IS NOT NULL
     ORDER BY event_time DESC, offset DESC, movie_id`,
  );
  const selectInteractions = database.prepare(
    `SELECT users.*, interactions.* FROM users JOIN interactions USING (user_key)
     WHERE user_id = ? AND type IN (SELECT value FROM json_each(?))
     ORDER BY interactions.event_time DESC, interactions.offset DESC, id`,
  );
  return {
    async user(userId) {
      const row = selectPerson.get(userId);
      return row === undefined ? null : personOf(row);
    },
    async rating(userId, movieId) {
      const row = selectRating.get(userId, movieId);
      if (row === undefined) return null;
      return {
        user: personOf(row),
        movie: movieOf(row),
        rating: numberOf(row, 'rating'),
        timestamp: numberOf(row, 'timestamp'),
        formatted_date: textOf(row, 'date'),
      };
    },
    ratingsOf: async (userId: Pseudonym) =>
      selectHistory.all(userId).map((row) => ({
        movieId: numberOf(row, 'movie_id'),
        rating: numberOf(row, 'rating'),
        timestamp: numberOf(row, 'timestamp'),
        version: { eventTime: numberOf(row, 'event_time'), offset: numberOf(row, 'offset') },
      })),
    interactionsOf: async (userId, types) =>
      selectInteractions.all(userId, JSON.stringify(types)).map(interactionOf),
  };
}

function personOf(row: Row): Person {
  return {
    userId: textOf(row, 'user_id'),
    ageBand: row.age_band === null ? null : wordOf(row, 'age_band', AGE_BANDS),
    gender: textOrNull(row, 'gender'),
    occupation: textOrNull(row, 'occupation'),
  };
}

function interactionOf(row: Row): InteractionDocument {
  const recommendationId = textOrNull(row, 'recommendation_id');
  const position = numberOrNull(row, 'position');
  return {
    id: textOf(row, 'id'),
    user: personOf(row),
    movieId: numberOf(row, 'movie_id'),
    type: wordOf(row, 'type', INTERACTION_TYPES),
    eventTime: numberOf(row, 'event_time'),
    ...(recommendationId !== null && { recommendationId }),
    ...(position !== null && { position }),
  };
}
