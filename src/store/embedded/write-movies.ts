/** Upserts the films of one slice, and keeps the count and the sum of each film's ratings. */
import type { DatabaseSync } from 'node:sqlite';
import type { Movie } from '../../domain/movie.ts';
import { isNewer } from '../documents.ts';
import type { DocumentVersion } from '../store.ts';
import { numberOf, numberOrNull, type Row, textOf } from './row.ts';

interface KnownMovie {
  title: string;
  /** As a JSON array. */
  genres: string;
  year: number | null;
  version: DocumentVersion;
  ratings: number;
  ratingSum: number;
  added: boolean;
  /** Whether its words, or the state beside them, must be written. */
  changed: boolean;
  stale: boolean;
}

export interface MovieWriter {
  upsert(movie: Movie, version: DocumentVersion): void;
  /** A rating of a film already upserted in this slice took the place of another; null stands for none. */
  recount(movieId: number, before: number | null, after: number | null): void;
  /** Writes what the slice changed. */
  finish(): { added: number; changed: boolean };
}

export type BeginMovies = (stamp: MovieStamp) => MovieWriter;

/** What rows written by this slice are marked with, so that readers find what changed since they last looked. */
export interface MovieStamp {
  catalogue: number;
  slice: number;
}

/** Prepares the statements once; each slice begins a writer of its own, so that a rollback leaves nothing behind. */
export function prepareMovies(database: DatabaseSync): BeginMovies {
  const select = database.prepare(
    'SELECT * FROM movies JOIN movie_state USING (movie_id) WHERE movie_id = ?',
  );
  const save = prepareSave(database);
  return (stamp) => {
    const known = new Map<number, KnownMovie>();
    function find(movie: Movie, version: DocumentVersion): KnownMovie {
      const kept = known.get(movie.movieId);
      if (kept !== undefined) return kept;
      const row = select.get(movie.movieId);
      const found = row === undefined ? addedMovie(movie, version) : knownMovie(row);
      known.set(movie.movieId, found);
      return found;
    }
    return {
      upsert(movie, version) {
        const found = find(movie, version);
        if (isNewer(version, found.version)) take(found, movie, version);
      },
      recount(movieId, before, after) {
        const found = known.get(movieId);
        if (found === undefined) return;
        found.ratings += Number(after !== null) - Number(before !== null);
        // An empty film starts from zero again, so that rounding never piles up.
        found.ratingSum = found.ratings === 0 ? 0 : found.ratingSum + (after ?? 0) - (before ?? 0);
        found.stale = true;
      },
      finish() {
        const movies = [...known];
        for (const [movieId, movie] of movies) save(movieId, movie, stamp);
        return {
          added: movies.filter(([, { added }]) => added).length,
          changed: movies.some(([, { changed }]) => changed),
        };
      },
    };
  };
}

function prepareSave(
  database: DatabaseSync,
): (movieId: number, movie: KnownMovie, stamp: MovieStamp) => void {
  const saveWords = database.prepare('INSERT OR REPLACE INTO movies VALUES (?, ?, ?, ?, ?)');
  const saveState = database.prepare('INSERT OR REPLACE INTO movie_state VALUES (?, ?, ?, ?, ?, ?)');
  const dropGenres = database.prepare('DELETE FROM movie_genres WHERE movie_id = ?');
  const addGenres = database.prepare('INSERT OR IGNORE INTO movie_genres SELECT value, ? FROM json_each(?)');
  return (movieId, movie, stamp) => {
    const { title, genres, year, version, ratings, ratingSum } = movie;
    if (movie.changed) {
      saveWords.run(movieId, title, genres, year, stamp.catalogue);
      if (!movie.added) dropGenres.run(movieId);
      addGenres.run(movieId, genres);
    }
    if (movie.stale)
      saveState.run(movieId, version.eventTime, version.offset, ratings, ratingSum, stamp.slice);
  };
}

function take(known: KnownMovie, movie: Movie, version: DocumentVersion): void {
  const genres = JSON.stringify(movie.genres);
  const differs = known.title !== movie.title || known.year !== movie.year || known.genres !== genres;
  if (differs) {
    known.title = movie.title;
    known.year = movie.year;
    known.genres = genres;
    known.changed = true;
  }
  known.version = version;
  known.stale = true;
}

function addedMovie({ title, genres, year }: Movie, version: DocumentVersion): KnownMovie {
  const words = { title, genres: JSON.stringify(genres), year };
  return { ...words, version, ratings: 0, ratingSum: 0, added: true, changed: true, stale: true };
}

function knownMovie(row: Row): KnownMovie {
  return {
    title: textOf(row, 'title'),
    genres: textOf(row, 'genres'),
    year: numberOrNull(row, 'year'),
    version: { eventTime: numberOf(row, 'event_time'), offset: numberOf(row, 'offset') },
    ratings: numberOf(row, 'ratings'),
    ratingSum: numberOf(row, 'rating_sum'),
    added: false,
    changed: false,
    stale: false,
  };
}
