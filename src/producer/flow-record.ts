/**
 * One result of a source's page → a record of topic `movies`, where nothing tells whom it is about: the id becomes
 * a pseudonym, the age a band, and no field beyond those of the contract is kept. Values are left to the consumer's
 * `clean_data`, so that there is one definition of what is clean; what cannot even become a record is turned away here.
 */
import type { Rejection } from '../domain/dead-letter.ts';
import { type Pseudonym, parseUserId } from '../domain/ids.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import { ageBandOf } from '../domain/person.ts';
import type { Pseudonymiser } from '../domain/ports.ts';
import { SCHEMA_VERSION } from '../domain/rating.ts';
import { parseTitle } from '../domain/title.ts';

export interface FlowRecord {
  /** The person's pseudonym; null where the result names nobody. */
  key: Pseudonym | null;
  /** JSON. Of a result turned away, what may be kept of it: the source still has the original. */
  value: string;
  /** Why it is a dead letter; null when it is a record. */
  reason: Rejection | null;
}

/** Longer texts are cut: no field of a valid record is as long, so the consumer turns them away. */
const MAX_TEXT = 1_000;
const MAX_GENRES = 50;
const MAX_AGE = 150;

export function toFlowRecord(result: unknown, pseudonymiser: Pseudonymiser): FlowRecord {
  if (!isJsonObject(result)) {
    const reason: Rejection = { code: 'not-an-object', message: 'the result of the page is not an object' };
    return { key: null, value: '{}', reason };
  }
  const user = isJsonObject(result.user) ? result.user : {};
  const userId = parseUserId(user.userId);
  const key = userId === null ? null : pseudonymiser.pseudonymise(userId);
  const rating = scalar(result.rating);
  const value = JSON.stringify({
    schemaVersion: SCHEMA_VERSION,
    user: {
      userId: key,
      ageBand: ageBandOf(readAge(user.age)),
      gender: label(user.gender),
      occupation: label(user.occupation),
    },
    movie: isJsonObject(result.movie) ? toMovie(result.movie) : null,
    // Null on the topic means that the rating was taken back: a result without one must not.
    rating: rating ?? undefined,
    timestamp: scalar(result.timestamp),
  });
  return { key, value, reason: reasonAgainst(key, rating) };
}

function reasonAgainst(key: Pseudonym | null, rating: unknown): Rejection | null {
  if (key === null) return { code: 'bad-user', message: 'the result of the page has no user.userId' };
  if (rating === null) return { code: 'bad-rating', message: 'the result of the page has no rating' };
  return null;
}

function toMovie(movie: JsonObject): object {
  const { title, year } = titleAndYear(movie);
  return { movieId: scalar(movie.movieId), title, genres: genresOf(movie.genres), year };
}

/** A year of its own goes before the one in the title; where they differ, that one is part of the title. */
function titleAndYear(movie: JsonObject): { title: unknown; year: unknown } {
  const title = scalar(movie.title);
  const year = scalar(movie.year);
  if (typeof title !== 'string') return { title, year };
  const parsed = parseTitle(title);
  if (year === null) return parsed;
  const agrees = parsed.year === null || parsed.year === Number(year);
  return { title: agrees ? parsed.title : title, year };
}

function genresOf(genres: unknown): unknown {
  return Array.isArray(genres) ? genres.slice(0, MAX_GENRES).map(scalar) : scalar(genres);
}

function readAge(age: unknown): number | null {
  const years = typeof age === 'string' && /^\d{1,3}$/.test(age.trim()) ? Number(age) : age;
  return typeof years === 'number' && years >= 0 && years <= MAX_AGE ? years : null;
}

/** Occupations are numbers in some releases of MovieLens. */
function label(value: unknown): string | null {
  const plain = scalar(value);
  return plain === null ? null : String(plain);
}

/** A number, a text or a truth value as it is; null for everything that could hold more. */
function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.length > MAX_TEXT ? value.slice(0, MAX_TEXT) : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
