/**
 * Writes a generated data set as a folder in the layout of the CSV releases, with a `users.csv` beside them, person
 * after person: memory does not grow with the number of ratings.
 */
import { type FileHandle, mkdir, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';
import type { Movie } from '../../domain/movie.ts';
import type { SourceUser } from '../../domain/person.ts';
import type { Progress } from '../../domain/ports.ts';
import { formatTitle } from '../../domain/title.ts';
import { joinCsvFields } from '../files/split-fields.ts';
import { SIMULATED_MARK } from '../movielens/read-data-set.ts';
import { type GeneratedRatings, type GeneratorSpec, generateRatings } from './generate.ts';

export interface WriteOptions {
  /** Called now and then with the ratings written of all. */
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Text is handed to the file in pieces of about so many characters. */
const PIECE = 1 << 20;

/**
 * Generates into a new or empty folder, which appears whole or not at all. Throws `CONFLICT` when the folder holds
 * something, `USAGE` for numbers that cannot be, `UNAVAILABLE` when the disk refuses, `CANCELLED` on abort.
 */
export async function writeDataSet(
  out: string,
  spec: GeneratorSpec,
  options: WriteOptions = {},
): Promise<void> {
  const generated = generateRatings(spec);
  const target = resolve(out);
  await assertEmpty(target);
  const partial = `${target}.partial-${process.pid}`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await mkdir(partial);
    await writeFiles(partial, generated, spec, options);
    await rmdir(target).catch(() => undefined);
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { recursive: true, force: true });
    if (cause instanceof MatineeError) throw cause;
    throw new MatineeError('UNAVAILABLE', `cannot write the data set to ${target}: ${messageOf(cause)}`, {
      hint: 'Check that the folder may be written and that the disk has room.',
      cause,
    });
  }
}

async function assertEmpty(dir: string): Promise<void> {
  const names = await readdir(dir).catch((cause: unknown) => {
    if (isSystemError(cause, 'ENOENT')) return [];
    throw new MatineeError('CONFLICT', `${dir} is not a folder to write to: ${messageOf(cause)}`, {
      hint: 'Name a new folder.',
      cause,
    });
  });
  if (names.length === 0) return;
  throw new MatineeError('CONFLICT', `${dir} already holds ${names.length} files; nothing was written`, {
    hint: 'Name a new or an empty folder.',
  });
}

async function writeFiles(
  dir: string,
  { movies, people }: GeneratedRatings,
  spec: GeneratorSpec,
  options: WriteOptions,
): Promise<void> {
  await writeFile(join(dir, SIMULATED_MARK), markOf(spec));
  await writeFile(join(dir, 'README.txt'), readmeOf(spec));
  await writeFile(join(dir, 'movies.csv'), `movieId,title,genres\n${movies.map(movieLine).join('')}`);
  const users = await openText(join(dir, 'users.csv'));
  const ratings = await openText(join(dir, 'ratings.csv'));
  try {
    await users.write('userId,age,gender,occupation\n');
    await ratings.write('userId,movieId,rating,timestamp\n');
    const ids = movies.map((movie) => String(movie.movieId));
    let done = 0;
    for (const person of people) {
      assertNotAborted(options.signal, dir);
      await users.write(userLine(person.user));
      let lines = '';
      for (let i = 0; i < person.movies.length; i += 1) {
        lines += `${person.user.userId},${ids[person.movies[i] ?? 0]},${person.values[i]},${person.timestamps[i]}\n`;
      }
      done += person.movies.length;
      if (await ratings.write(lines)) options.onProgress?.({ done, total: spec.ratings });
    }
    await users.finish();
    await ratings.finish();
    options.onProgress?.({ done, total: spec.ratings });
  } finally {
    await users.close();
    await ratings.close();
  }
}

interface TextFile {
  /** Takes text, and hands it on when enough has gathered; says whether it did. */
  write(text: string): Promise<boolean> | boolean;
  finish(): Promise<void>;
  close(): Promise<void>;
}

async function openText(path: string): Promise<TextFile> {
  const file: FileHandle = await open(path, 'wx');
  let gathered = '';
  const handOn = async () => {
    const piece = gathered;
    gathered = '';
    await file.writeFile(piece);
    return true;
  };
  return {
    write(text) {
      gathered += text;
      return gathered.length >= PIECE && handOn();
    },
    async finish() {
      await handOn();
      await file.sync();
    },
    close: () => file.close(),
  };
}

function movieLine(movie: Movie): string {
  const genres = movie.genres.length === 0 ? '(no genres listed)' : movie.genres.join('|');
  return `${joinCsvFields([movie.movieId, formatTitle(movie), genres])}\n`;
}

function userLine({ userId, age, gender, occupation }: SourceUser): string {
  return `${joinCsvFields([userId, age ?? '', gender ?? '', occupation ?? ''])}\n`;
}

function assertNotAborted(signal: AbortSignal | undefined, dir: string): void {
  if (signal?.aborted !== true) return;
  throw new MatineeError('CANCELLED', `stopped while writing ${dir}`, { cause: signal.reason });
}

function markOf(spec: GeneratorSpec): string {
  return `The ratings and people in this folder are simulated.\n${JSON.stringify(spec)}\n`;
}

function readmeOf({ users, movies, ratings, seed }: GeneratorSpec): string {
  return `SIMULATED RATINGS

No person gave these ratings. Matinee's generator made ${ratings} ratings by ${users} invented people of ${movies} films
from seed ${seed}; the same numbers give the same files. Titles, years and genres are those of real films as far
as its catalogue goes; a title that ends with [invented ...] is of no film at all.

movies.csv   movieId,title,genres           genres separated by |
ratings.csv  userId,movieId,rating,timestamp   timestamp in seconds since 1 January 1970, UTC
users.csv    userId,age,gender,occupation
`;
}
