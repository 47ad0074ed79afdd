/**
 * A row of a MovieLens ratings file: user, film, rating, timestamp, with one separator throughout. The rows that
 * MovieLens writes are read from their bytes; any other is read again as text, to take it or to say what is wrong.
 */
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import { MAX_RATING, MIN_RATING } from '../../domain/rating.ts';
import { type Separator, splitFields } from './split-fields.ts';

/** The largest user id of a MovieLens file. */
const MAX_USER_NUMBER = MAX_MOVIE_ID;
export const MAX_TIMESTAMP = 2 ** 32 - 1;
const FIELDS = 4;
/** March 1973: no rating is older, and a timestamp with fewer digits has been cut off. */
const FIRST_PLAUSIBLE_TIMESTAMP = 100_000_000;

export interface RatingRow {
  user: number;
  movie: number;
  value: number;
  /** Epoch seconds. */
  timestamp: number;
}

/** Reads a row into `row`; false when it is not in the plain form or breaks a range, and `row` means nothing. */
export type RatingRowParser = (bytes: Uint8Array, start: number, end: number, row: RatingRow) => boolean;

const ZERO = 48;
const DOT = 46;

/** A parser for rows of plain digits without leading zeros: `1<separator>50<separator>3.5<separator>881250949`. */
export function createRatingRowParser(separator: Separator): RatingRowParser {
  const mark = separator.charCodeAt(0);
  const markLength = separator.length;
  let at = 0;
  const integer = (bytes: Uint8Array, end: number): number => {
    const from = at;
    let value = 0;
    while (at < end) {
      const digit = (bytes[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      at += 1;
    }
    const hasLeadingZero = value > 0 && bytes[from] === ZERO;
    return at === from || at - from > 10 || hasLeadingZero ? -1 : value;
  };
  const decimal = (bytes: Uint8Array, end: number): number => {
    const whole = integer(bytes, end);
    if (at >= end || bytes[at] !== DOT) return whole;
    at += 1;
    const from = at;
    const fraction = integer(bytes, end);
    return whole < 0 || fraction < 0 ? -1 : whole + fraction / 10 ** (at - from);
  };
  const separated = (bytes: Uint8Array): boolean => {
    for (let i = 0; i < markLength; i += 1) if (bytes[at + i] !== mark) return false;
    at += markLength;
    return true;
  };
  return (bytes, start, end, row) => {
    at = start;
    row.user = integer(bytes, end);
    if (!separated(bytes)) return false;
    row.movie = integer(bytes, end);
    if (!separated(bytes)) return false;
    row.value = decimal(bytes, end);
    if (!separated(bytes)) return false;
    row.timestamp = integer(bytes, end);
    return at === end && isInRange(row);
  };
}

function isInRange({ user, movie, value, timestamp }: RatingRow): boolean {
  return (
    user >= 1 &&
    user <= MAX_USER_NUMBER &&
    movie >= 1 &&
    movie <= MAX_MOVIE_ID &&
    value >= MIN_RATING &&
    value <= MAX_RATING &&
    timestamp >= 0 &&
    timestamp <= MAX_TIMESTAMP
  );
}

/** Reads a row from its text; a string says what is wrong with it. `terminated` as in `LineSink`. */
export function readRatingRow(text: string, separator: Separator, terminated: boolean): RatingRow | string {
  const fields = splitFields(text, separator);
  if (fields === null) return 'has a quote that is not closed';
  if (fields.length !== FIELDS) return `has ${fields.length} fields instead of ${FIELDS}`;
  const [user = '', movie = '', rating = '', time = ''] = fields.map((field) => field.trim());
  const problem =
    wholeNumberProblem('user id', user, 1, MAX_USER_NUMBER) ??
    wholeNumberProblem('movie id', movie, 1, MAX_MOVIE_ID) ??
    ratingProblem(rating) ??
    wholeNumberProblem('timestamp', time, 0, MAX_TIMESTAMP);
  if (problem !== null) return problem;
  const row = { user: Number(user), movie: Number(movie), value: Number(rating), timestamp: Number(time) };
  return isCutOff(row, terminated) ? 'is cut off: the file ends inside its timestamp' : row;
}

/** Whether a last row without a line ending has lost digits of its timestamp. */
export function isCutOff(row: Pick<RatingRow, 'timestamp'>, terminated: boolean): boolean {
  return !terminated && row.timestamp < FIRST_PLAUSIBLE_TIMESTAMP;
}

/** What keeps a text from being a whole number between two bounds; null when nothing does. */
export function wholeNumberProblem(what: string, text: string, least: number, most: number): string | null {
  if (!/^\d+$/.test(text)) return `${what} "${text.slice(0, 40)}" is not a whole number`;
  const value = Number(text);
  return value < least || value > most
    ? `${what} ${text.slice(0, 40)} is not between ${least} and ${most}`
    : null;
}

/** What keeps a text from being a rating; null when nothing does. */
export function ratingProblem(text: string): string | null {
  if (!/^\d+(?:\.\d+)?$/.test(text)) return `rating "${text.slice(0, 40)}" is not a number`;
  const value = Number(text);
  return value < MIN_RATING || value > MAX_RATING
    ? `rating ${text.slice(0, 40)} is not between ${MIN_RATING} and ${MAX_RATING}`
    : null;
}
