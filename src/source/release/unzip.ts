/** Unpacks an archive of data files, trusting nothing that it says about where they go or how big they are. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { MatineeError, messageOf } from '../../domain/errors.ts';

/** No release unpacks to more. */
const MAX_UNPACKED_BYTES = 8 * 2 ** 30;
const FILE_TYPE_MASK = 0o170_000;
const SYMBOLIC_LINK = 0o120_000;

/**
 * Unpacks into an existing folder, leaving out the archive's own top folder and checking every file's CRC. `BAD_INPUT`
 * for an archive that is broken, reaches out of the folder, holds links or would be too large.
 */
export async function unzip(archive: string, dir: string, signal?: AbortSignal): Promise<void> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(archive, { autoClose: false });
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      assertHarmless(entry, unpacked);
      const path = pathOf(entry, dir);
      if (path !== null) await unpack(await zip.openReadStreamPromise(entry), path, entry, signal);
    }
  } catch (cause) {
    if (signal?.aborted === true)
      throw new MatineeError('CANCELLED', `stopped while unpacking ${archive}`, { cause });
    throw new MatineeError('BAD_INPUT', `cannot unpack ${archive}: ${messageOf(cause)}`, {
      hint: 'Delete the archive and fetch it again.',
      cause,
    });
  } finally {
    zip?.close();
  }
}

function assertHarmless(entry: Entry, unpackedBytes: number): void {
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK;
  if (mode === SYMBOLIC_LINK) throw new Error(`${entry.fileName} is a symbolic link`);
  if (unpackedBytes > MAX_UNPACKED_BYTES) throw new Error('it would unpack to more than any release has');
}

/** Where a file goes; null for folders and for what systems leave behind. `yauzl` itself refuses `..` and absolute names. */
function pathOf(entry: Entry, dir: string): string | null {
  const inner = entry.fileName.replace(/^[^/]+\//, '');
  if (inner === '' || entry.fileName.endsWith('/') || entry.fileName.startsWith('__MACOSX/')) return null;
  const path = resolve(dir, inner);
  if (!path.startsWith(resolve(dir) + sep))
    throw new Error(`${entry.fileName} would lie outside of the folder`);
  return path;
}

async function unpack(
  content: Readable,
  path: string,
  entry: Entry,
  signal: AbortSignal | undefined,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  let checksum = 0;
  await pipeline(
    content,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx' }),
    { signal },
  );
  if (checksum !== entry.crc32) throw new Error(`${entry.fileName} does not have its checksum`);
}
