/** Gets a MovieLens release from GroupLens into a folder: terms, download, checksum, unpacking. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MatineeError } from '../../domain/errors.ts';
import { detectLayout } from '../movielens/layout.ts';
import { type DownloadOptions, downloadFile, downloadText } from './download.ts';
import { findRelease, GROUPLENS_URL, type Release } from './releases.ts';
import { unzip } from './unzip.ts';

export interface FetchOptions extends DownloadOptions {
  /** Shows the terms before anything is fetched; throwing or rejecting declines them. */
  onTerms?: (release: Release) => void | Promise<void>;
  /** Where the archives are: GroupLens unless said otherwise. Ends with `/`. */
  baseUrl?: string;
}

export interface FetchedRelease {
  release: Release;
  /** The folder to name with `--data`. */
  dir: string;
  /** What the archive was checked against; `crc` alone where no MD5 is published. */
  verified: 'md5' | 'crc' | 'already there';
}

/**
 * Fetches release `name` into `<dir>/<name>`. A folder that already holds it is left as it is; an interrupted download
 * goes on. Throws `USAGE` for an unknown name, `UNAVAILABLE` without a network, `CORRUPT` for a wrong checksum.
 */
export async function fetchRelease(
  name: string,
  dir: string,
  options: FetchOptions = {},
): Promise<FetchedRelease> {
  const release = findRelease(name);
  const target = join(dir, name);
  if (await holdsDataSet(target)) return { release, dir: target, verified: 'already there' };
  await options.onTerms?.(release);
  await mkdir(dir, { recursive: true });
  const archive = join(dir, `${name}.zip`);
  const url = new URL(`${name}.zip`, options.baseUrl ?? GROUPLENS_URL);
  await downloadFile(url, archive, options);
  const verified = await verify(archive, new URL(`${url}.md5`), options);
  await unpackInto(target, archive, options.signal);
  await rm(archive);
  return { release, dir: target, verified };
}

async function holdsDataSet(dir: string): Promise<boolean> {
  return detectLayout(dir).then(
    () => true,
    () => false,
  );
}

async function verify(archive: string, checksumUrl: URL, options: DownloadOptions): Promise<'md5' | 'crc'> {
  const published = await downloadText(checksumUrl, options);
  if (published === null) return 'crc';
  const [expected] = /[0-9a-f]{32}/i.exec(published) ?? [];
  const digest = createHash('md5');
  await pipeline(createReadStream(archive), digest);
  if (digest.digest('hex') === expected?.toLowerCase()) return 'md5';
  await rm(archive);
  throw new MatineeError(
    'CORRUPT',
    `${archive} does not have the checksum that ${checksumUrl} gives; it was removed`,
    {
      hint: 'Run the command again to download it anew.',
    },
  );
}

/** The folder appears whole or not at all. */
async function unpackInto(target: string, archive: string, signal: AbortSignal | undefined): Promise<void> {
  const partial = `${target}.partial-${process.pid}`;
  try {
    await mkdir(partial);
    await unzip(archive, partial, signal);
    await detectLayout(partial);
    await rename(partial, target);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
