/** Tells by the files of a folder which MovieLens release lies in it. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';
import type { DataSetLayout } from '../data-set.ts';
import type { Separator } from '../files/split-fields.ts';

/** How a release is laid out: which files, which separator, which encoding. */
export interface Layout {
  kind: Exclude<DataSetLayout, 'generated'>;
  ratings: string;
  movies: string;
  /** Null where the release has no people, or the folder lacks the file. */
  users: string | null;
  /** Only 100K names its genres in a file of their own. */
  genres: string | null;
  /** Separates the fields of ratings. */
  separator: Separator;
  /** Separates the fields of films and people. */
  recordSeparator: Separator;
  encoding: 'utf-8' | 'latin1';
}

const WHAT_IS_LOOKED_FOR = [
  'u.data and u.item (MovieLens 100K)',
  'ratings.dat, movies.dat and users.dat (1M)',
  'ratings.dat and movies.dat (10M)',
  'ratings.csv and movies.csv (latest, 20M, 25M, 32M)',
].join('; ');

/** The layout of a folder; `BAD_INPUT`, listing what was looked for, when it is none that Matinee knows. */
export async function detectLayout(dir: string): Promise<Layout> {
  const names = await namesIn(dir);
  const layout = layoutOf(names);
  if (layout !== null) return layout;
  const nested = await nestedLayout(dir, names);
  throw new MatineeError(
    'BAD_INPUT',
    `${dir} holds no data set that Matinee knows: looked for ${WHAT_IS_LOOKED_FOR}${missingHalf(names)}`,
    { hint: nested === null ? 'Name the folder that holds the unpacked files.' : `Name ${nested} instead.` },
  );
}

function layoutOf(names: ReadonlySet<string>): Layout | null {
  const present = (name: string) => (names.has(name) ? name : null);
  if (names.has('u.data') && names.has('u.item')) {
    return {
      kind: 'movielens-100k',
      ratings: 'u.data',
      movies: 'u.item',
      users: present('u.user'),
      genres: present('u.genre'),
      separator: '\t',
      recordSeparator: '|',
      encoding: 'latin1',
    };
  }
  if (names.has('ratings.dat') && names.has('movies.dat')) {
    const users = present('users.dat');
    return {
      kind: users === null ? 'movielens-10m' : 'movielens-1m',
      ratings: 'ratings.dat',
      movies: 'movies.dat',
      users,
      genres: null,
      separator: '::',
      recordSeparator: '::',
      encoding: users === null ? 'utf-8' : 'latin1',
    };
  }
  if (names.has('ratings.csv') && names.has('movies.csv')) {
    return {
      kind: 'movielens-csv',
      ratings: 'ratings.csv',
      movies: 'movies.csv',
      users: present('users.csv'),
      genres: null,
      separator: ',',
      recordSeparator: ',',
      encoding: 'utf-8',
    };
  }
  return null;
}

async function namesIn(dir: string): Promise<ReadonlySet<string>> {
  try {
    return new Set(await readdir(dir));
  } catch (cause) {
    const reason = isSystemError(cause, 'ENOENT')
      ? 'there is no such folder'
      : isSystemError(cause, 'ENOTDIR')
        ? 'it is not a folder'
        : messageOf(cause);
    throw new MatineeError('BAD_INPUT', `cannot read a data set from ${dir}: ${reason}`, {
      hint: 'Name a folder with an unpacked MovieLens release, or leave --data out for the sample.',
      cause,
    });
  }
}

/** Archives unpack into a folder of their own, which is easily overlooked. */
async function nestedLayout(dir: string, names: ReadonlySet<string>): Promise<string | null> {
  for (const name of [...names].slice(0, 20)) {
    const inner = await readdir(join(dir, name)).catch(() => []);
    if (layoutOf(new Set(inner)) !== null) return join(dir, name);
  }
  return null;
}

const HALVES = [
  ['u.data', 'u.item'],
  ['ratings.dat', 'movies.dat'],
  ['ratings.csv', 'movies.csv'],
] as const;

function missingHalf(names: ReadonlySet<string>): string {
  for (const [ratings, movies] of HALVES) {
    if (names.has(ratings)) return `; there is ${ratings}, but no ${movies}`;
    if (names.has(movies)) return `; there is ${movies}, but no ${ratings}`;
  }
  return '';
}
