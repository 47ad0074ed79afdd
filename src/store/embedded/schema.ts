/**
 * The tables of the index file, as a list of migrations. Persons have integer keys of the file's own, so that a rating
 * takes about 30 bytes; a document of `index_movies` is a row of `ratings` joined with its film and person.
 */
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import { numberOf, onlyRow } from './row.ts';

/** `MTNE`: tells our file from any other SQLite database. */
const APPLICATION_ID = 0x4d544e45;

/** Step n brings a file from schema version n to n + 1. A published step is never edited, only followed. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE identity (
    one INTEGER PRIMARY KEY CHECK (one = 1), key_fingerprint TEXT NOT NULL, data_set TEXT NOT NULL
  ) STRICT;
  CREATE TABLE counters (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    ratings INTEGER NOT NULL, movies INTEGER NOT NULL, users INTEGER NOT NULL, interactions INTEGER NOT NULL,
    -- grows with every slice that changes a film's fields, and with every slice, respectively
    catalogue INTEGER NOT NULL, slice INTEGER NOT NULL
  ) STRICT;
  INSERT INTO counters VALUES (1, 0, 0, 0, 0, 0, 0);
  CREATE TABLE users (
    user_key INTEGER PRIMARY KEY, user_id TEXT NOT NULL UNIQUE,
    age_band TEXT, gender TEXT, occupation TEXT,
    event_time INTEGER NOT NULL, offset INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE movies (
    movie_id INTEGER PRIMARY KEY, title TEXT NOT NULL, genres TEXT NOT NULL, year INTEGER,
    changed_in INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX movies_changed_in ON movies (changed_in);
  CREATE TABLE movie_genres (
    genre TEXT NOT NULL, movie_id INTEGER NOT NULL, PRIMARY KEY (genre, movie_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX movie_genres_movie ON movie_genres (movie_id);
  -- apart from the films' words: these columns change with every rating
  CREATE TABLE movie_state (
    movie_id INTEGER PRIMARY KEY,
    event_time INTEGER NOT NULL, offset INTEGER NOT NULL,
    ratings INTEGER NOT NULL, rating_sum REAL NOT NULL, counted_in INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX movie_state_counted_in ON movie_state (counted_in);
  -- a rating that is null is a tombstone, kept so that a late older record does not bring it back
  CREATE TABLE ratings (
    user_key INTEGER NOT NULL, movie_id INTEGER NOT NULL, rating REAL, timestamp INTEGER NOT NULL,
    event_time INTEGER NOT NULL, offset INTEGER NOT NULL,
    PRIMARY KEY (user_key, movie_id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE interactions (
    id TEXT PRIMARY KEY, user_key INTEGER NOT NULL, movie_id INTEGER NOT NULL, type TEXT NOT NULL,
    event_time INTEGER NOT NULL, offset INTEGER NOT NULL, recommendation_id TEXT, position INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX interactions_user ON interactions (user_key, event_time);
  `,
  `
  -- persons of whom nothing may be taken in again, by digest
  CREATE TABLE suppressed (digest BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
  ALTER TABLE counters ADD COLUMN erasures INTEGER NOT NULL DEFAULT 0;
  `,
];

export const STORE_SCHEMA_VERSION = MIGRATIONS.length;

/** Brings the file to this build's schema; `CONFLICT` for a newer file, or one that is not ours. */
export function migrate(database: DatabaseSync, path: string): void {
  if (fileVersion(database) === STORE_SCHEMA_VERSION && applicationId(database) === APPLICATION_ID) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    refuseForeignFile(database, path);
    const from = fileVersion(database);
    for (const step of MIGRATIONS.slice(from)) database.exec(step);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.exec(`PRAGMA user_version = ${STORE_SCHEMA_VERSION}`);
    database.exec('COMMIT');
  } catch (thrown) {
    database.exec('ROLLBACK');
    throw thrown;
  }
}

function refuseForeignFile(database: DatabaseSync, path: string): void {
  const version = fileVersion(database);
  const tables = numberOf(onlyRow(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()), 'n');
  if (tables > 0 && applicationId(database) !== APPLICATION_ID) {
    throw new MatineeError('CONFLICT', `${path} is a SQLite database that Matinee did not make`, {
      hint: 'Choose another home with --home.',
    });
  }
  if (version > STORE_SCHEMA_VERSION) {
    throw new MatineeError(
      'CONFLICT',
      `${path} was made by a newer Matinee: its schema is version ${version}, this one reads ${STORE_SCHEMA_VERSION}`,
      { hint: 'Run the newer Matinee, or choose another home with --home.' },
    );
  }
}

function fileVersion(database: DatabaseSync): number {
  return numberOf(onlyRow(database.prepare('PRAGMA user_version').get()), 'user_version');
}

function applicationId(database: DatabaseSync): number {
  return numberOf(onlyRow(database.prepare('PRAGMA application_id').get()), 'application_id');
}
