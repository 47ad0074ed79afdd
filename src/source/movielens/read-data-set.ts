/** Reads a MovieLens release, or a generated data set of the same form, from its folder. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { isSystemError, MatineeError } from '../../domain/errors.ts';
import type { Progress } from '../../domain/ports.ts';
import type { DataSet } from '../data-set.ts';
import { fileSize } from '../files/file-size.ts';
import { createRejectionLog, type RejectionReport, type RejectionSink } from '../rejections.ts';
import { detectLayout, type Layout } from './layout.ts';
import { readMovies } from './movies.ts';
import { readRatings } from './ratings.ts';
import type { FolderReading } from './read-records.ts';
import { readUsers } from './users.ts';

export interface ReadOptions {
  /** Takes every rejected row as it is found. */
  onRejected?: RejectionSink;
  /** Called now and then with the bytes read of all bytes. */
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** The file that marks a generated data set. */
export const SIMULATED_MARK = 'SIMULATED.txt';

/**
 * Reads the folder whole. Rows that break the format are rejected one by one; `BAD_INPUT` is thrown for a folder or
 * file that is missing, empty or not text, and when no row of films or of ratings is good; `CANCELLED` on abort.
 */
export async function readDataSet(dir: string, options: ReadOptions = {}): Promise<DataSet> {
  const layout = await detectLayout(dir);
  const name = basename(resolve(dir));
  const rejections = createRejectionLog(options.onRejected);
  const digest = createHash('sha256').update(layout.kind);
  const reading: FolderReading = {
    dir,
    layout,
    rejections,
    digest,
    onBytes: await bytesReporter(dir, layout, options.onProgress),
    signal: options.signal,
  };
  const catalogue = await readMovies(reading);
  assertSomeGood(catalogue.movies.length, layout.movies, dir, rejections);
  const people = await readUsers(reading);
  const ratings = await readRatings(reading, catalogue, people);
  assertSomeGood(ratings.length, layout.ratings, dir, rejections);
  const { movies } = catalogue;
  const { users } = people;
  digest.update(`\0${movies.length}\0${users.length}\0${ratings.length}`);
  const simulated = await isSimulated(dir);
  return {
    name,
    layout: layout.kind,
    simulated,
    fingerprint: digest.digest('hex'),
    movies,
    users,
    ratings,
    rejected: { count: rejections.count, rows: rejections.rows },
  };
}

function assertSomeGood(good: number, file: string, dir: string, { count, rows }: RejectionReport): void {
  if (good > 0) return;
  const first = rows.find((row) => row.file === file);
  const example = first === undefined ? 'it has only a heading' : `line ${first.line} ${first.reason}`;
  throw new MatineeError('BAD_INPUT', `${join(dir, file)} has no good row (${count} rejected): ${example}`, {
    hint: 'Check that the file is the one of the release, in its own format and not cut off.',
  });
}

async function bytesReporter(
  dir: string,
  layout: Layout,
  onProgress: ReadOptions['onProgress'],
): Promise<((bytes: number) => void) | undefined> {
  if (onProgress === undefined) return undefined;
  let total = 0;
  for (const file of [layout.movies, layout.users, layout.genres, layout.ratings]) {
    if (file !== null) total += await fileSize(join(dir, file));
  }
  let done = 0;
  return (bytes) => {
    done += bytes;
    onProgress({ done, total });
  };
}

async function isSimulated(dir: string): Promise<boolean> {
  try {
    await readFile(join(dir, SIMULATED_MARK));
    return true;
  } catch (cause) {
    if (isSystemError(cause, 'ENOENT')) return false;
    throw cause;
  }
}
