/** Temporary folders with the files of small data sets, for the tests of this room. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs `work` in a new folder that holds the given files, and removes the folder afterwards. */
export async function withFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = await mkdtemp(join(tmpdir(), 'matinee-source-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(dir, name), content);
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** A small data set of the CSV layout. */
export const CSV_FILES = {
  'movies.csv': [
    'movieId,title,genres',
    '1,Toy Story (1995),Adventure|Animation|Children',
    '11,"American President, The (1995)",Comedy|Drama|Romance',
    '40,"11\'09""01 - September 11 (2002)",Drama',
    '99,Hyena Road,(no genres listed)',
    '',
  ].join('\n'),
  'ratings.csv': [
    'userId,movieId,rating,timestamp',
    '1,1,4.0,1260759144',
    '1,11,2.5,1260759179',
    '7,99,0.5,1260759182',
    '',
  ].join('\n'),
} as const;
