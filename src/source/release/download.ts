/** Downloads a file over HTTP, going on where an earlier attempt stopped. */
import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { isSystemError, MatineeError, messageOf } from '../../domain/errors.ts';
import type { Progress } from '../../domain/ports.ts';
import { fileSize } from '../files/file-size.ts';

export interface DownloadOptions {
  /** Called as bytes arrive. */
  onProgress?: ((progress: Progress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** How long a server may be silent. */
  stallMs?: number | undefined;
  /** How long to wait before going on after an interruption. */
  retryMs?: number | undefined;
}

const DEFAULT_STALL_MS = 30_000;
const DEFAULT_RETRY_MS = 1000;
/** Answers that break off without a byte more than before, in a row. */
const MAX_FRUITLESS_ATTEMPTS = 3;

/**
 * Downloads to `path`. What has arrived is kept in `<path>.part` and continued (`Range`, `If-Range`) within this call as
 * long as bytes keep coming, and by the next call. Throws `UNAVAILABLE` without a network or when the server refuses,
 * `CANCELLED` on abort.
 */
export async function downloadFile(url: URL, path: string, options: DownloadOptions = {}): Promise<void> {
  const part = `${path}.part`;
  for (let fruitless = 0; ; ) {
    const before = await fileSize(part);
    try {
      await continueDownload(url, part, options);
      break;
    } catch (cause) {
      if (options.signal?.aborted === true) {
        throw new MatineeError('CANCELLED', `stopped while downloading ${url}; what has arrived is kept`, {
          cause,
        });
      }
      fruitless = (await fileSize(part)) > before ? 0 : fruitless + 1;
      if (cause instanceof MatineeError || fruitless === MAX_FRUITLESS_ATTEMPTS)
        throw unavailable(url, cause);
      await delay(options.retryMs ?? DEFAULT_RETRY_MS);
    }
  }
  await rename(part, path);
  await rm(validatorFile(part), { force: true });
}

/** The text at a URL; null when there is none (404). Throws `UNAVAILABLE` like `downloadFile`. */
export async function downloadText(url: URL, options: DownloadOptions = {}): Promise<string | null> {
  const silence = AbortSignal.timeout(options.stallMs ?? DEFAULT_STALL_MS);
  try {
    const response = await fetch(url, { signal: anyOf(options.signal, silence) });
    if (response.status === 404) return null;
    if (!response.ok) throw refusal(response, url);
    return await response.text();
  } catch (cause) {
    throw unavailable(url, cause);
  }
}

async function continueDownload(url: URL, part: string, options: DownloadOptions): Promise<void> {
  const have = await fileSize(part);
  const validator = have === 0 ? null : await readFile(validatorFile(part), 'utf8').catch(() => null);
  const from = validator === null ? 0 : have;
  const silence = new AbortController();
  const watch = setTimeout(
    () => silence.abort(new Error('the server went silent')),
    options.stallMs ?? DEFAULT_STALL_MS,
  );
  try {
    const response = await fetch(url, {
      headers: validator === null ? {} : { range: `bytes=${from}-`, 'if-range': validator },
      signal: anyOf(options.signal, silence.signal),
    }).catch((cause: unknown) => {
      throw unavailable(url, cause);
    });
    if (response.status === 416 && from > 0) {
      await checkWhole(response, part, from);
      return;
    }
    const start = startOf(response, url, from);
    const total = totalOf(response, start);
    await rememberValidator(response, part);
    await appendBody(response, part, start, (done) => {
      watch.refresh();
      options.onProgress?.({ done, total });
    });
    const arrived = await fileSize(part);
    if (total !== null && arrived !== total) throw new Error(`${arrived} of ${total} bytes arrived`);
  } finally {
    clearTimeout(watch);
  }
}

/** Where in the file the body begins: a server may ignore the range, or send the file anew because it has changed. */
function startOf(response: Response, url: URL, from: number): number {
  if (response.status === 200) return 0;
  const [, start] = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (response.status === 206 && Number(start) === from) return from;
  throw refusal(response, url);
}

function refusal(response: Response, url: URL): MatineeError {
  return new MatineeError('UNAVAILABLE', `${url.host} answered ${response.status} for ${url.pathname}`, {
    hint: 'Try again later, or download the archive with a browser and unpack it.',
  });
}

/** Nothing is left to send: either the part is the whole file, or it is of another one and worth nothing. */
async function checkWhole(response: Response, part: string, have: number): Promise<void> {
  const [, total] = /^bytes \*\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (Number(total) === have) return;
  await rm(part, { force: true });
  throw new Error('the file has changed on the server');
}

function totalOf(response: Response, start: number): number | null {
  const length = response.headers.get('content-length');
  return length === null ? null : start + Number(length);
}

/** Kept beside the part, so that it is only continued with more of the same file. */
async function rememberValidator(response: Response, part: string): Promise<void> {
  const validator = response.headers.get('etag') ?? response.headers.get('last-modified');
  if (validator === null || validator.startsWith('W/')) await rm(validatorFile(part), { force: true });
  else await writeFile(validatorFile(part), validator);
}

function validatorFile(part: string): string {
  return `${part}.validator`;
}

async function appendBody(
  response: Response,
  part: string,
  start: number,
  onBytes: (done: number) => void,
): Promise<void> {
  const file: FileHandle = await open(part, start === 0 ? 'w' : 'a');
  try {
    let done = start;
    const body: AsyncIterable<Uint8Array> | null = response.body;
    for await (const bytes of body ?? []) {
      await file.writeFile(bytes);
      done += bytes.byteLength;
      onBytes(done);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

function anyOf(signal: AbortSignal | undefined, silence: AbortSignal): AbortSignal {
  return signal === undefined ? silence : AbortSignal.any([signal, silence]);
}

function unavailable(url: URL, cause: unknown): MatineeError {
  if (cause instanceof MatineeError) return cause;
  const isDisk = ['ENOSPC', 'EACCES', 'EROFS', 'EDQUOT'].some((code) => isSystemError(cause, code));
  const beneath =
    cause instanceof Error && cause.cause !== undefined ? messageOf(cause.cause) : messageOf(cause);
  return new MatineeError('UNAVAILABLE', `cannot download ${url}: ${beneath}`, {
    hint: isDisk
      ? 'Make room or name another folder, and run the command again: it goes on where it stopped.'
      : 'Check the network and run the command again: it goes on where it stopped.',
    cause,
  });
}
