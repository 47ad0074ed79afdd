/** Packs a folder of copies into one file, `backup.json` first: a gzipped tar, which other tools can look into. */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create } from 'tar';
import type { Progress } from '../../domain/ports.ts';
import { BACKUP_FORMAT, type BackupContents, type BackupFile, CONTENTS_FILE } from './contents.ts';

const OWNER_ONLY = 0o600;

export interface WriteOptions {
  createdAt: Date;
  codeVersion: string;
  signal: AbortSignal;
  /** Bytes packed. */
  onProgress: (progress: Progress) => void;
}

/** Writes `folder` to the new file `file`, durably, and gives what it says of itself. */
export async function writeArchive(
  folder: string,
  file: string,
  { createdAt, codeVersion, signal, onProgress }: WriteOptions,
): Promise<BackupContents> {
  const files: BackupFile[] = [];
  for (const path of await pathsIn(folder)) files.push(await describeFile(folder, path, signal));
  const contents: BackupContents = {
    formatVersion: BACKUP_FORMAT,
    createdAt: createdAt.toISOString(),
    codeVersion,
    files,
  };
  await writeFile(join(folder, CONTENTS_FILE), `${JSON.stringify(contents, null, 2)}\n`);
  const paths = [CONTENTS_FILE, ...files.map(({ path }) => path)];
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  await pipeline(
    create({ cwd: folder, portable: true, strict: true }, paths),
    counted((done) => onProgress({ done: Math.min(done, total), total })),
    createGzip({ level: 1 }),
    createWriteStream(file, { flags: 'wx', mode: OWNER_ONLY, flush: true }),
    { signal },
  );
  return contents;
}

/** Files below a folder by their paths in an archive; those that lie in no folder of it first. */
async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
  return paths.sort((a, b) => Number(a.includes('/')) - Number(b.includes('/')) || (a < b ? -1 : 1));
}

async function describeFile(folder: string, path: string, signal: AbortSignal): Promise<BackupFile> {
  const hash = createHash('sha256');
  const { size } = await stat(join(folder, path));
  await pipeline(createReadStream(join(folder, path)), hash, { signal });
  return { path, bytes: size, sha256: hash.digest('hex') };
}

function counted(onBytes: (done: number) => void) {
  return async function* (chunks: AsyncIterable<Buffer>) {
    let done = 0;
    for await (const chunk of chunks) {
      done += chunk.length;
      onBytes(done);
      yield chunk;
    }
  };
}
