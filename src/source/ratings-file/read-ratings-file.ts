/**
 * Reads a single file of ratings (`u.data` layout, `::`, CSV with or without a heading) or of interactions (`user item
 * item …`), found out by looking. Ids may be any text. The result is plain data for whoever evaluates models.
 */
import { open } from 'node:fs/promises';
import { MatineeError } from '../../domain/errors.ts';
import type { Progress } from '../../domain/ports.ts';
import { fileSize } from '../files/file-size.ts';
import { createRatingColumns } from '../files/rating-columns.ts';
import { type LineSink, scanLines } from '../files/scan-lines.ts';
import type { ReadOptions } from '../movielens/read-data-set.ts';
import { createRejectionLog, type RejectionReport } from '../rejections.ts';
import { detectFormat, type FileFormat } from './detect-format.ts';
import { adjacencyReader, type Collected, plainRowsFirst, ratingReader } from './line-readers.ts';
import { createVocabulary } from './vocabulary.ts';

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
