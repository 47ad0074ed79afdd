/** Hands the entries of a gzipped tar to whoever takes them, one after the other, holding no more than a few chunks. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';

/**
 * Resolves once every entry was taken and the end of the archive was seen. Rejects with the first failure: of the disk,
 * of the bytes (codes `Z_…`, `TAR_…`), or of `take`.
 */
export async function readTar(
  archive: string,
  take: (entry: ReadEntry) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  let taken = Promise.resolve();
  let current: ReadEntry | null = null;
  let failure: { error: unknown } | null = null;
  const fail = (error: unknown) => {
    failure ??= { error };
    failed.abort();
    // No more of it will come: whoever reads it must not wait for that.
    current?.end();
  };
  const parser = new Parser({
    strict: true,
    gzip: false,
    onReadEntry: (entry) => {
      taken = taken
        .then(() => {
          if (failure !== null) return;
          current = entry;
          return take(entry);
        })
        .catch(fail);
    },
  });
  parser.on('error', fail);
  try {
    await pipeline(
      createReadStream(archive),
      createGunzip(),
      async (chunks: AsyncIterable<Buffer>) => {
        for await (const chunk of chunks) {
          either.throwIfAborted();
          if (!parser.write(chunk)) await once(parser, 'drain', { signal: either });
        }
        const ended = once(parser, 'end', { signal: either });
        parser.end();
        await ended;
      },
      { signal: either },
    );
  } catch (error) {
    fail(error);
  }
  await taken;
  throwFailure(failure);
}

function throwFailure(failure: { error: unknown } | null): void {
  if (failure !== null) throw failure.error;
}
