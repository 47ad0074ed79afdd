/**
 * Upserts the films of a slice, and keeps the count and the sum of each film's ratings. Each is read once while no other
 * process writes, and written once a slice.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Movie } from '../../domain/movie.ts';
import { isNewer } from '../newer-version.ts';
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
}

/** Films kept in memory between slices: some 20 MB. */
const MOST_KEPT = 50_000;

/** What rows written by a slice are marked with, so that readers find what changed since they last looked. */
export interface SliceStamp {
  catalogue: number;
  slice: number;
}

export interface MovieWriter {
  begin(stamp: SliceStamp): void;
  upsert(movie: Movie, version: DocumentVersion): void;
  /** A rating of a film already upserted in this slice took the place of another; null stands for none. */
  recount(movieId: number, before: number | null, after: number | null): void;
  /** Writes what the slice counted: how many films it added, and whether it added or changed any. */
  finish(): { added: number; changed: boolean };
  /** Drops what is kept in memory of films: another process wrote, or a slice was undone. */
  forget(): void;
}

export function createMovieWriter(database: DatabaseSync): MovieWriter {
  const select = database.prepare(
    'SELECT * FROM movies JOIN movie_state USING (movie_id) WHERE movie_id = ?',
  );
  const saveWords = prepareWords(database);
  const saveState = database.prepare('INSERT OR REPLACE INTO movie_state VALUES (?, ?, ?, ?, ?, ?)');
  const known = new Map<number, KnownMovie>();
  const stale = new Set<number>();
  let current: SliceStamp = { catalogue: 0, slice: 0 };
  let added = 0;
  let changed = false;

  function add(movie: Movie, version: DocumentVersion): KnownMovie {
    const found = newMovie(movie, version);
    saveWords(movie.movieId, found, current);
    stale.add(movie.movieId);
    added += 1;
    changed = true;
    return found;
  }

  function find(movie: Movie, version: DocumentVersion): KnownMovie {
    const kept = known.get(movie.movieId);
    if (kept !== undefined) return kept;
    const row = select.get(movie.movieId);
    const found = row === undefined ? add(movie, version) : knownMovie(row);
    known.set(movie.movieId, found);
    return found;
  }

  return {
    begin(stamp) {
      current = stamp;
      added = 0;
      changed = false;
    },
    upsert(movie, version) {
      const found = find(movie, version);
      if (!isNewer(version, found.version)) return;
      found.version = { eventTime: version.eventTime, offset: version.offset };
      stale.add(movie.movieId);
      if (!takeWords(found, movie)) return;
      saveWords(movie.movieId, found, current);
      changed = true;
    },
    recount(movieId, before, after) {
      const found = known.get(movieId);
      if (found === undefined) return;
      found.ratings += Number(after !== null) - Number(before !== null);
      // An empty film starts from zero again, so that rounding never piles up.
      found.ratingSum = found.ratings === 0 ? 0 : found.ratingSum + (after ?? 0) - (before ?? 0);
      stale.add(movieId);
    },
    finish() {
      for (const movieId of stale) {
        const movie = known.get(movieId);
        if (movie === undefined) continue;
        const { eventTime, offset } = movie.version;
        saveState.run(movieId, eventTime, offset, movie.ratings, movie.ratingSum, current.slice);
      }
      stale.clear();
      if (known.size > MOST_KEPT) known.clear();
      return { added, changed };
    },
    forget() {
      known.clear();
      stale.clear();
    },
  };
}

function prepareWords(
  database: DatabaseSync,
): (movieId: number, movie: KnownMovie, stamp: SliceStamp) => void {
  const saveWords = database.prepare('INSERT OR REPLACE INTO movies VALUES (?, ?, ?, ?, ?)');
  const dropGenres = database.prepare('DELETE FROM movie_genres WHERE movie_id = ?');
  const addGenres = database.prepare('INSERT OR IGNORE INTO movie_genres SELECT value, ? FROM json_each(?)');
  return (movieId, { title, genres, year }, stamp) => {
    saveWords.run(movieId, title, genres, year, stamp.catalogue);
    dropGenres.run(movieId);
    addGenres.run(movieId, genres);
  };
}

/** Whether the film's words differ from what was known; they are taken over. */
function takeWords(known: KnownMovie, movie: Movie): boolean {
  const genres = JSON.stringify(movie.genres);
  if (known.title === movie.title && known.year === movie.year && known.genres === genres) return false;
  known.title = movie.title;
  known.year = movie.year;
  known.genres = genres;
  return true;
}

function newMovie({ title, genres, year }: Movie, { eventTime, offset }: DocumentVersion): KnownMovie {
  const words = { title, genres: JSON.stringify(genres), year };
  return { ...words, version: { eventTime, offset }, ratings: 0, ratingSum: 0 };
}

function knownMovie(row: Row): KnownMovie {
  return {
    title: textOf(row, 'title'),
    genres: textOf(row, 'genres'),
    year: numberOrNull(row, 'year'),
    version: { eventTime: numberOf(row, 'event_time'), offset: numberOf(row, 'offset') },
    ratings: numberOf(row, 'ratings'),
    ratingSum: numberOf(row, 'rating_sum'),
  };
}
