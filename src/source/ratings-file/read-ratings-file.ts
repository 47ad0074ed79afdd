/**
 * Reads a single file of ratings (`u.data` layout, `::`, CSV with or without a heading) or of interactions (`user item
 * item …`), found out by looking. Ids may be any text. The result is plain data for whoever evaluates models.
 */
import { open } from 'node:fs/promises';
import { MatineeError } from '../../domain/errors.ts';
import { MAX_USER_ID_LENGTH } from '../../domain/ids.ts';
import type { Progress } from '../../domain/ports.ts';
import { fileSize } from '../files/file-size.ts';
import { createRatingColumns, type RatingColumnsBuilder } from '../files/rating-columns.ts';
import {
  createRatingRowParser,
  isCutOff,
  MAX_TIMESTAMP,
  type RatingRow,
  ratingProblem,
  wholeNumberProblem,
} from '../files/rating-row.ts';
import { type LineSink, scanLines } from '../files/scan-lines.ts';
import { splitFields } from '../files/split-fields.ts';
import type { ReadOptions } from '../movielens/read-data-set.ts';
import { createRejectionLog, type RejectionReport } from '../rejections.ts';
import { detectFormat, type FileFormat, type RatingsFormat } from './detect-format.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Ratings or interactions in file order: entry i of each column belongs to row i. */
export interface RatingsFile {
  /** Interactions have no values and no times of their own: those are 1 and 0. */
  kind: FileFormat['kind'];
  /** Ids by place, in the order of their first appearance. */
  users: string[];
  items: string[];
  length: number;
  /** Places in `users` and `items`. */
  userPlaces: Int32Array;
  itemPlaces: Int32Array;
  values: Float32Array;
  /** Epoch seconds; 0 where the file has none. */
  timestamps: Uint32Array;
  rejected: RejectionReport;
}

interface Collected {
  users: Vocabulary;
  items: Vocabulary;
  columns: RatingColumnsBuilder;
}

/** Says what is wrong with a line, having taken what is right with it. */
type LineReader = (text: string, line: number, terminated: boolean) => string | null;

const EXPECTED_ROW_BYTES = 21;
const SAMPLE_BYTES = 1 << 16;
const SAMPLE_LINES = 100;
/** One line of an adjacency list holds all that a user did. */
const MAX_LINE_BYTES = 1 << 25;
const SHOWN_OF_A_ROW = 1000;

/** Reads the file; errors and rejections as of `readDataSet`. */
export async function readRatingsFile(path: string, options: ReadOptions = {}): Promise<RatingsFile> {
  const format = detectFormat(await firstLines(path));
  const size = await fileSize(path);
  const collected: Collected = {
    users: createVocabulary(),
    items: createVocabulary(),
    columns: createRatingColumns(size / EXPECTED_ROW_BYTES),
  };
  const rejections = createRejectionLog(options.onRejected);
  const reject = (line: number, reason: string, text: string) =>
    rejections.add({ file: path, line, reason, text: text.slice(0, SHOWN_OF_A_ROW) });
  const read = format.kind === 'ratings' ? ratingReader(format, collected) : adjacencyReader(collected);
  const onText: LineSink = (bytes, start, end, line, terminated) => {
    const text = bytes.toString('utf8', start, end);
    const problem = text.includes('\ufffd') ? 'is not UTF-8' : read(text, line, terminated);
    if (problem !== null) reject(line, problem, text);
  };
  await scanLines(path, format.kind === 'ratings' ? plainRowsFirst(format, collected, onText) : onText, {
    maxLineBytes: format.kind === 'ratings' ? undefined : MAX_LINE_BYTES,
    onTooLong: (text, line) => reject(line, 'is too long for a row', text),
    onBytes: bytesCounter(size, options.onProgress),
    signal: options.signal,
  });
  const { users, movies: itemPlaces, length, values, timestamps } = collected.columns.finish();
  if (length === 0) throw nothingGood(path, rejections);
  return {
    kind: format.kind,
    users: collected.users.texts,
    items: collected.items.texts,
    length,
    userPlaces: users,
    itemPlaces,
    values,
    timestamps,
    rejected: { count: rejections.count, rows: rejections.rows },
  };
}

/** Takes rows of plain digits from their bytes, and leaves every other to `onText`. */
function plainRowsFirst(
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

function ratingReader(
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

function adjacencyReader({ users, items, columns }: Collected): LineReader {
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

/** The first lines as text; none of a file that cannot be read, which `scanLines` will say. */
async function firstLines(path: string): Promise<string[]> {
  const beginning = await readBeginning(path).catch(() => '');
  const lines = beginning.replace(/^\ufeff/, '').split(/\r?\n/);
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return whole.filter((line) => line !== '').slice(0, SAMPLE_LINES);
}

async function readBeginning(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

function bytesCounter(total: number, onProgress: ((progress: Progress) => void) | undefined) {
  if (onProgress === undefined) return undefined;
  let done = 0;
  return (bytes: number) => {
    done += bytes;
    onProgress({ done, total });
  };
}

function nothingGood(path: string, { count, rows: [first] }: RejectionReport): MatineeError {
  const example = first === undefined ? 'it has no rows' : `line ${first.line} ${first.reason}`;
  return new MatineeError('BAD_INPUT', `${path} has no good row (${count} rejected): ${example}`, {
    hint: 'Rows are "user item rating timestamp" between tabs, "::" or commas, or "user item item …".',
  });
}
