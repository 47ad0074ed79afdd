/** Asks the source for a page, patiently: waits when it says so, tries again when it fails. */
import { type BackOff, backOffDelay } from '../domain/back-off.ts';
import { MatineeError, messageOf } from '../domain/errors.ts';
import type { Sleep } from '../domain/patience.ts';
import type { Clock, Logger } from '../domain/ports.ts';
import { type Page, readPage } from './read-page.ts';
import { readRetryAfter } from './retry-after.ts';

export interface PageClientOptions {
  /** Address of the source API. */
  sourceUrl: string;
  /** Sent with each request: what the source knows its caller by. */
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal;
  clock: Clock;
  logger: Logger;
  random: () => number;
  sleep: Sleep;
  backOff: BackOff;
  /** How often one page is asked for before its failure is raised. Waits for a 429 do not count. */
  maxAttempts: number;
  /** How long one request may take. */
  requestTimeoutMs: number;
}

/** A page of so many results; null past the last one. */
export type FetchPage = (page: number, perPage: number) => Promise<Page | null>;

/** A page of 1,000 results is 300 KB; what is a hundred times as long is no page. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

type Answer =
  | { kind: 'page'; page: Page | null }
  | { kind: 'limited'; waitMs: number | null }
  | { kind: 'failed'; error: MatineeError };

/**
 * A client whose requests share one pause: when the source limits one, the others in flight wait with it. Raises
 * `UNAVAILABLE` when the source stays away, `BAD_INPUT` when it answers with something else than pages, and the
 * signal's reason when it is aborted.
 */
export function createPageClient(options: PageClientOptions): FetchPage {
  const { clock, signal, sleep, backOff, random, logger, maxAttempts } = options;
  let notBefore = 0;

  async function waitMyTurn(): Promise<void> {
    for (let left = notBefore - clock.now(); left > 0; left = notBefore - clock.now())
      await sleep(left, signal);
    signal.throwIfAborted();
  }

  return async (page, perPage) => {
    for (let failures = 0, limits = 0; ; ) {
      await waitMyTurn();
      const answer = await ask(page, perPage, options);
      if (answer.kind === 'page') return answer.page;
      if (answer.kind === 'limited') {
        limits++;
        // A source that says "at once" and means it is not asked in a tight loop.
        const waitMs = answer.waitMs || backOffDelay(limits, backOff, random);
        notBefore = Math.max(notBefore, clock.now() + waitMs);
        logger.info({ page, waitMs }, 'the source limits requests, waiting');
        continue;
      }
      failures++;
      if (failures >= maxAttempts) throw answer.error;
      const waitMs = backOffDelay(failures, backOff, random);
      logger.warn(
        { page, waitMs, attempt: failures, reason: answer.error.message },
        'the source failed, trying again',
      );
      await sleep(waitMs, signal);
    }
  };
}

async function ask(page: number, perPage: number, options: PageClientOptions): Promise<Answer> {
  const url = new URL(`movies/page${page}?per_page=${perPage}`, `${options.sourceUrl.replace(/\/+$/, '')}/`);
  const timeout = AbortSignal.timeout(options.requestTimeoutMs);
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json', ...options.headers },
      signal: AbortSignal.any([options.signal, timeout]),
    });
    return await readAnswer(response, url, options.clock);
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof MatineeError) throw error;
    return { kind: 'failed', error: unavailable(url, connectionProblem(error), error) };
  }
}

async function readAnswer(response: Response, url: URL, clock: Clock): Promise<Answer> {
  const { status } = response;
  if (status === 200) {
    const page = readPage(await readBody(response));
    return page === null ? { kind: 'failed', error: notAPage(url) } : { kind: 'page', page };
  }
  // An unread body would keep its connection from the next request.
  await response.body?.cancel();
  if (status === 404) return { kind: 'page', page: null };
  if (status === 429) {
    return { kind: 'limited', waitMs: readRetryAfter(response.headers.get('retry-after'), clock.now()) };
  }
  const error = unavailable(url, `it answers with status ${status}`);
  if (status >= 500 || status === 408) return { kind: 'failed', error };
  throw new MatineeError('BAD_INPUT', error.message, {
    hint: 'check the address and that it is a source API',
  });
}

async function readBody({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  const stream: AsyncIterable<Uint8Array> | null = body;
  let bytes = 0;
  for await (const chunk of stream ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BODY_BYTES) throw new Error(`the page is longer than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes).toString('utf8');
}

function notAPage(url: URL): MatineeError {
  return new MatineeError('BAD_INPUT', `what ${url} answers is not a page of ratings in JSON`, {
    hint: 'check the address: a page is {"page", "total_pages", "results": […]}',
  });
}

function unavailable(url: URL, problem: string, cause?: unknown): MatineeError {
  return new MatineeError('UNAVAILABLE', `the source does not give ${url}: ${problem}`, {
    hint: 'check that the source is running and that its address is right',
    cause,
  });
}

/** `fetch` says "fetch failed" and hides why in the cause. */
function connectionProblem(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? messageOf(error.cause) : messageOf(error);
}
