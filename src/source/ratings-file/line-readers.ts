/** Takes lines of a single file into columns: rows of plain digits from their bytes, all others as text. */
import { MAX_USER_ID_LENGTH } from '../../domain/ids.ts';
import type { RatingColumnsBuilder } from '../files/rating-columns.ts';
import {
  createRatingRowParser,
  isCutOff,
  MAX_TIMESTAMP,
  type RatingRow,
  ratingProblem,
  wholeNumberProblem,
} from '../files/rating-row.ts';
import type { LineSink } from '../files/scan-lines.ts';
import { splitFields } from '../files/split-fields.ts';
import type { RatingsFormat } from './detect-format.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where the rows go. */
export interface Collected {
  users: Vocabulary;
  items: Vocabulary;
  columns: RatingColumnsBuilder;
}

/** Says what is wrong with a line, having taken what is right with it. */
export type LineReader = (text: string, line: number, terminated: boolean) => string | null;

/** Takes rows of plain digits from their bytes, and leaves every other to `onText`. */
export function plainRowsFirst(
  { separator }: RatingsFormat,
  { users, items, columns }: Collected,
  onText: LineSink,
): LineSink {
  const parse = createRatingRowParser(separator);
  const row: RatingRow = { user: 0, movie: 0, value: 0, timestamp: 0 };
  return (bytes, start, end, line, terminated) => {
    if (!parse(bytes, start, end, row) || isCutOff(row, terminated)) {
      onText(bytes, start, end, line, terminated);
      return;
    }
    columns.add(users.placeOfNumber(row.user), items.placeOfNumber(row.movie), row.value, row.timestamp);
  };
}

/** Reads a rating a line. */
export function ratingReader(
  { separator, heading }: RatingsFormat,
  { users, items, columns }: Collected,
): LineReader {
  return (text, line, terminated) => {
    if (heading && line === 1) return null;
    const fields = splitFields(text, separator);
    if (fields === null) return 'has a quote that is not closed';
    if (fields.length !== 3 && fields.length !== 4) return `has ${fields.length} fields instead of 3 or 4`;
    const [user = '', item = '', rating = '', time] = fields.map((field) => field.trim());
    const problem =
      idProblem('user', user) ??
      idProblem('item', item) ??
      ratingProblem(rating) ??
      (time === undefined ? null : wholeNumberProblem('timestamp', time, 0, MAX_TIMESTAMP));
    if (problem !== null) return problem;
    const timestamp = Number(time ?? 0);
    if (timestamp > 0 && isCutOff({ timestamp }, terminated))
      return 'is cut off: the file ends inside its timestamp';
    columns.add(users.placeOfText(user), items.placeOfText(item), Number(rating), timestamp);
    return null;
  };
}

/** Reads a user and their items a line; a line without items is a user who did nothing. */
export function adjacencyReader({ users, items, columns }: Collected): LineReader {
  return (text) => {
    const [user = '', ...behind] = text.trim().split(/[\s,]+/);
    const problem = behind.reduce((found, item) => found ?? idProblem('item', item), idProblem('user', user));
    if (problem !== null) return problem;
    const userPlace = users.placeOfText(user);
    for (const item of behind) columns.add(userPlace, items.placeOfText(item), 1, 0);
    return null;
  };
}

function idProblem(what: string, id: string): string | null {
  if (id === '') return `has no ${what} id`;
  if (id.length > MAX_USER_ID_LENGTH) return `${what} id has more than ${MAX_USER_ID_LENGTH} characters`;
  return /\p{Cc}/u.test(id) ? `${what} id has control characters` : null;
}
