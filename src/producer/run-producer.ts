/**
 * The producer: the pages of a source → topic `movies`, until none is left. Pages are fetched several at once, and
 * while one lies with the stream the next is made into records; they are produced in the source's order.
 */
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { BackOff } from '../domain/back-off.ts';
import { MatineeError } from '../domain/errors.ts';
import { DEFAULT_BACK_OFF, type Patience, type Sleep } from '../domain/patience.ts';
import { type Clock, type Logger, type Progress, type Pseudonymiser, systemClock } from '../domain/ports.ts';
import { CLEAR_RECORDS, type RecordCipher } from '../domain/record-cipher.ts';
import type { Stream } from '../stream/stream.ts';
import { createPageClient, type FetchPage } from './fetch-page.ts';
import { findStart } from './find-start.ts';
import { flowPages } from './flow-pages.ts';
import { producePage, sealPage } from './produce-page.ts';
import type { ResumePosition } from './resume-position.ts';

export interface ProducerOptions {
  /** Address of the source API, such as `http://127.0.0.1:8081`. */
  sourceUrl: string;
  stream: Pick<Stream, 'produce'>;
  pseudonymiser: Pseudonymiser;
  /** Seals the records; left out, they are produced in the clear. */
  cipher?: Pick<RecordCipher, 'seal'>;
  resume: ResumePosition;
  /** Stops the producer behind the page that lies with the stream. */
  signal: AbortSignal;
  logger: Logger;
  /** Sent with each request, such as the secret of the run. */
  headers?: Readonly<Record<string, string>>;
  /** Results asked for in a page; a source that gives fewer is asked for as many as it gives. */
  perPage?: number;
  pagesInFlight?: number;
  /** Records of the source dealt with, of all it has: an estimate until the last page has come. */
  onProgress?: (progress: Progress) => void;
  clock?: Clock;
  random?: () => number;
  sleep?: Sleep;
  /** Between attempts, at a page or at the stream. */
  backOff?: BackOff;
  /** How often a page that fails is asked for. */
  maxAttempts?: number;
  requestTimeoutMs?: number;
}

export interface ProducerSummary {
  /** Records produced by this run. */
  produced: number;
  /** Results turned away by this run. */
  dead: number;
  /** Results left out by this run: the persons have been erased. */
  erased: number;
  /** Records of the source dealt with by all runs. */
  ordinal: number;
  /** False when the run was stopped before the last page. */
  finished: boolean;
}

/** The waits of a run. */
const sleepUntilAborted: Sleep = async (ms, signal) => {
  await sleepFor(ms, undefined, { signal });
};

/**
 * Produces what the source has and the topic has not. An outage of the stream is waited out. Errors: `USAGE` for an
 * address that is none, `NOT_FOUND` when there is not even a first page, `UNAVAILABLE` and `BAD_INPUT` when the source
 * fails for good, and what the stream cannot mend. The position then stands behind the last page that is durable.
 */
export async function runProducer(options: ProducerOptions): Promise<ProducerSummary> {
  const { signal, perPage = 1_000, pagesInFlight = 4, pseudonymiser, onProgress } = options;
  const { stream, resume, clock = systemClock, cipher = CLEAR_RECORDS } = options;
  const destination = { stream, resume, clock };
  const patience = patienceOf(options);
  const summary: ProducerSummary = { produced: 0, dead: 0, erased: 0, ordinal: 0, finished: false };
  const ended = new AbortController();
  let producing: Promise<void> = Promise.resolve();
  try {
    const fetchPage = pageClientOf(options, AbortSignal.any([signal, ended.signal]));
    const start = await findStart(fetchPage, perPage, options);
    summary.ordinal = start.ordinal;
    for await (const page of flowPages(fetchPage, start, pagesInFlight, pseudonymiser)) {
      // While the page before it lies with the stream.
      const sealing = sealPage(page, cipher, patience);
      sealing.catch(() => undefined);
      await producing;
      signal.throwIfAborted();
      producing = producePage(await sealing, destination, patience).then(({ produced, dead, erased }) => {
        summary.produced += produced;
        summary.dead += dead;
        summary.erased += erased;
        summary.ordinal = Math.max(page.end, start.ordinal);
        onProgress?.({ done: summary.ordinal, total: page.total });
      });
      // A failure is met when the next page waits for this one; until then it must not count as unhandled.
      producing.catch(() => undefined);
    }
    await producing;
    summary.finished = true;
  } catch (error) {
    // What lies with the stream ends first, so that the position does not move behind the caller's back.
    await producing.catch(() => undefined);
    if (!signal.aborted) throw error;
  } finally {
    ended.abort();
  }
  return summary;
}

function patienceOf({ signal, logger, random = Math.random, sleep, backOff }: ProducerOptions): Patience {
  return { signal, logger, random, sleep: sleep ?? sleepUntilAborted, backOff: backOff ?? DEFAULT_BACK_OFF };
}

function pageClientOf(options: ProducerOptions, signal: AbortSignal): FetchPage {
  const { sourceUrl, headers = {}, logger, clock = systemClock, random = Math.random } = options;
  const url = URL.parse(sourceUrl);
  // Credentials in an address would end in messages and logs.
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') {
    throw new MatineeError(
      'USAGE',
      'the address of the source is not an http or https URL without credentials',
      {
        hint: 'give one such as http://127.0.0.1:8081',
      },
    );
  }
  return createPageClient({
    sourceUrl,
    headers,
    signal,
    clock,
    logger,
    random,
    sleep: options.sleep ?? sleepUntilAborted,
    backOff: options.backOff ?? { baseMs: 250, capMs: 15_000 },
    maxAttempts: options.maxAttempts ?? 8,
    requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
  });
}
