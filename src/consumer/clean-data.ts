/**
 * Operator: `clean_data` of the flow, a JSON object → the same with every field in its own type. This table is the
 * one definition of the rules; every runner of the consumer must give the same results.
 *
 * | field | rule |
 * |---|---|
 * | `schemaVersion` | must be 1; anything else is `unknown-version` |
 * | `kind` (topic `interactions`) | `interaction` or `profile`; anything else is `unknown-kind` |
 * | `timestamp` | number or decimal digits → integer; from 10^11 and below 10^14 it is milliseconds and is divided by 1,000; fractions are cut off |
 * | `eventTime` | number or decimal digits → integer milliseconds, fractions cut off; null counts as absent |
 * | `formatted_date` | always computed: the cleaned `timestamp` as `dd-MM-yyyy HH:mm:ss`, UTC |
 * | `rating` | number or decimal digits → number; null (the rating was taken back) stays |
 * | `movie.movieId`, `movieId` | number or decimal digits → integer |
 * | `movie.title` | Unicode NFC, white space trimmed and each run of it one space |
 * | `movie.genres` | a list, or one text parted by `\|` → list of trimmed texts; empty ones, `(no genres listed)` and repetitions are dropped |
 * | `movie.year` | number or decimal digits → integer; absent → null |
 * | `user.userId`, `id`, `type` | as they are |
 * | `user.ageBand`, `user.gender`, `user.occupation` | trimmed; absent or empty → null |
 * | `position` | number or decimal digits → integer; null counts as absent |
 * | `recommendationId` | null counts as absent |
 * | any other field | dropped, at every level |
 *
 * "Decimal digits" is a text that matches `DECIMAL` once trimmed. A value that no rule can change stays as it is, and
 * `validate` turns it away. Cleaning what is clean changes nothing.
 */
import { accepted, type Outcome, rejected } from '../domain/dead-letter.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import { SCHEMA_VERSION } from '../domain/rating.ts';
import { type FlowTopic, MOVIES_TOPIC } from '../domain/topics.ts';
import { formatDate } from './formatted-date.ts';

export type RecordKind = 'rating' | 'interaction' | 'profile';

/** A cleaned object that nobody has validated yet. */
export interface CleanedRecord {
  kind: RecordKind;
  fields: JsonObject;
}

/** Numbers taken for milliseconds: from March 1973 to 5138, where as seconds they would lie past 5138. */
const MILLISECONDS_FROM = 1e11;
const MILLISECONDS_BELOW = 1e14;
/** The last second of 9999, the last that `formatted_date` can write. */
const MAX_SECONDS = 253_402_300_799;
const DECIMAL = /^[+-]?\d{1,17}(\.\d{1,17})?$/;
const NO_GENRES = '(no genres listed)';

export function cleanData(topic: FlowTopic, raw: JsonObject): Outcome<CleanedRecord> {
  if (raw.schemaVersion !== SCHEMA_VERSION) {
    return rejected('unknown-version', `schemaVersion must be ${SCHEMA_VERSION}, the one this build reads`);
  }
  if (topic === MOVIES_TOPIC) return accepted({ kind: 'rating', fields: cleanRating(raw) });
  switch (raw.kind) {
    case 'interaction':
      return accepted({ kind: 'interaction', fields: cleanInteraction(raw) });
    case 'profile':
      return accepted({ kind: 'profile', fields: cleanProfile(raw) });
    default:
      return rejected('unknown-kind', 'kind must be "interaction" or "profile"');
  }
}

function cleanRating(raw: JsonObject): JsonObject {
  const timestamp = cleanSeconds(raw.timestamp);
  const fields: JsonObject = {
    schemaVersion: raw.schemaVersion,
    user: cleanPerson(raw.user),
    movie: cleanMovie(raw.movie),
    rating: cleanNumber(raw.rating),
    timestamp,
    formatted_date: isFormattable(timestamp) ? formatDate(timestamp) : null,
  };
  if (raw.eventTime !== undefined && raw.eventTime !== null) fields.eventTime = cleanInteger(raw.eventTime);
  return fields;
}

function cleanInteraction(raw: JsonObject): JsonObject {
  const fields: JsonObject = {
    schemaVersion: raw.schemaVersion,
    kind: raw.kind,
    id: raw.id,
    user: cleanPerson(raw.user),
    movieId: cleanNumber(raw.movieId),
    type: raw.type,
    eventTime: cleanInteger(raw.eventTime),
  };
  if (raw.recommendationId !== undefined && raw.recommendationId !== null) {
    fields.recommendationId = raw.recommendationId;
  }
  if (raw.position !== undefined && raw.position !== null) fields.position = cleanNumber(raw.position);
  return fields;
}

function cleanProfile(raw: JsonObject): JsonObject {
  return {
    schemaVersion: raw.schemaVersion,
    kind: raw.kind,
    user: cleanPerson(raw.user),
    eventTime: cleanInteger(raw.eventTime),
  };
}

function cleanPerson(raw: unknown): unknown {
  if (!isJsonObject(raw)) return raw;
  return {
    userId: raw.userId,
    ageBand: cleanLabel(raw.ageBand),
    gender: cleanLabel(raw.gender),
    occupation: cleanLabel(raw.occupation),
  };
}

function cleanMovie(raw: unknown): unknown {
  if (!isJsonObject(raw)) return raw;
  return {
    movieId: cleanNumber(raw.movieId),
    title: typeof raw.title === 'string' ? raw.title.normalize('NFC').replace(/\s+/g, ' ').trim() : raw.title,
    genres: cleanGenres(raw.genres),
    year: raw.year === undefined ? null : cleanNumber(raw.year),
  };
}

function cleanGenres(raw: unknown): unknown {
  const list: unknown = typeof raw === 'string' ? raw.split('|') : raw;
  if (!Array.isArray(list)) return list;
  const trimmed = list.map((genre: unknown) => (typeof genre === 'string' ? genre.trim() : genre));
  return [...new Set(trimmed)].filter((genre) => genre !== '' && genre !== NO_GENRES);
}

function cleanLabel(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw ?? null;
  return raw.trim() || null;
}

function cleanSeconds(raw: unknown): unknown {
  const number = cleanNumber(raw);
  if (typeof number !== 'number') return number;
  const inMilliseconds = number >= MILLISECONDS_FROM && number < MILLISECONDS_BELOW;
  return Math.trunc(inMilliseconds ? number / 1_000 : number);
}

function cleanInteger(raw: unknown): unknown {
  const number = cleanNumber(raw);
  return typeof number === 'number' ? Math.trunc(number) : number;
}

function cleanNumber(raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  const text = raw.trim();
  return DECIMAL.test(text) ? Number(text) : raw;
}

function isFormattable(timestamp: unknown): timestamp is number {
  return typeof timestamp === 'number' && timestamp >= 0 && timestamp <= MAX_SECONDS;
}
