/**
 * The producer: the pages of a source → topic `movies`, until none is left. Pages are fetched several at once, and
 * while one lies with the stream the next is made into records; they are produced in the source's order.
 */
import type { BackOff } from '../domain/back-off.ts';
import { deadLetterHeaders } from '../domain/dead-letter.ts';
import { MatineeError } from '../domain/errors.ts';
import { type Clock, type Logger, type Progress, type Pseudonymiser, systemClock } from '../domain/ports.ts';
import { deadTopicOf, MOVIES_TOPIC } from '../domain/topics.ts';
import type { OutgoingRecord, Stream } from '../stream/stream.ts';
import { createPageClient, type FetchPage, type PageClientOptions, waitFor } from './fetch-page.ts';
import { digestOf, findStart } from './find-start.ts';
import { type FlowPage, flowPages } from './flow-pages.ts';
import type { FlowRecord } from './flow-record.ts';
import type { ResumePosition } from './resume-position.ts';

export interface ProducerOptions {
  /** Address of the source API, such as `http://127.0.0.1:8081`. */
  sourceUrl: string;
  stream: Pick<Stream, 'produce'>;
  pseudonymiser: Pseudonymiser;
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
  sleep?: PageClientOptions['sleep'];
  backOff?: BackOff;
  maxAttempts?: number;
  requestTimeoutMs?: number;
}

export interface ProducerSummary {
  /** Records produced by this run. */
  produced: number;
  /** Results turned away by this run. */
  dead: number;
  /** Records of the source dealt with by all runs. */
  ordinal: number;
  /** False when the run was stopped before the last page. */
  finished: boolean;
}

/**
 * Produces what the source has and the topic has not. Errors: `USAGE` for an address that is none, `NOT_FOUND` when
 * there is not even a first page, `UNAVAILABLE` and `BAD_INPUT` when the source fails for good, and those of the
 * stream. The position then stands behind the last page that is durable.
 */
export async function runProducer(options: ProducerOptions): Promise<ProducerSummary> {
  const { signal, perPage = 1_000, pagesInFlight = 4, pseudonymiser } = options;
  const summary: ProducerSummary = { produced: 0, dead: 0, ordinal: 0, finished: false };
  const ended = new AbortController();
  const fetchPage = pageClientOf(options, AbortSignal.any([signal, ended.signal]));
  let producing: Promise<void> = Promise.resolve();
  try {
    const start = await findStart(fetchPage, perPage, options);
    summary.ordinal = start.ordinal;
    for await (const page of flowPages(fetchPage, start, pagesInFlight, pseudonymiser)) {
      await producing;
      signal.throwIfAborted();
      producing = producePage(page, summary, options);
      // A failure is met when the next page waits for this one; until then it must not count as unhandled.
      producing.catch(() => undefined);
    }
    await producing;
    summary.finished = true;
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    ended.abort();
    await producing;
  }
  return summary;
}

/** Appends a page and, once it is durable, moves the position behind it. */
async function producePage(
  { records, end, total }: FlowPage,
  summary: ProducerSummary,
  { stream, resume, onProgress, clock = systemClock }: ProducerOptions,
): Promise<void> {
  const last = records.at(-1);
  if (last !== undefined) {
    const good = records.filter(({ reason }) => reason === null);
    const letters = deadLetters(records, end - records.length, clock.now());
    if (good.length > 0) await stream.produce(MOVIES_TOPIC, good);
    if (letters.length > 0) await stream.produce(deadTopicOf(MOVIES_TOPIC), letters);
    await resume.save({ ordinal: end, lastRecord: digestOf(last.value) });
    summary.produced += good.length;
    summary.dead += letters.length;
    summary.ordinal = end;
  }
  onProgress?.({ done: summary.ordinal, total });
}

/** Results that could not become records. The id tells the result, not the run, so that a repetition is one letter. */
function deadLetters(
  records: readonly FlowRecord[],
  firstOrdinal: number,
  failedAt: number,
): OutgoingRecord[] {
  return records.flatMap(({ key, value, reason }, index) => {
    if (reason === null) return [];
    const origin = `source:${digestOf(value).slice(0, 12)}:${firstOrdinal + index}`;
    return [{ key, value, headers: deadLetterHeaders(reason, { origin, failedAt, attempt: 1 }) }];
  });
}

function pageClientOf(options: ProducerOptions, signal: AbortSignal): FetchPage {
  const { sourceUrl, headers = {}, logger, clock = systemClock, random = Math.random } = options;
  if (!/^https?:$/.test(URL.parse(sourceUrl)?.protocol ?? '')) {
    throw new MatineeError('USAGE', `"${sourceUrl}" is not the address of a source`, {
      hint: 'give one such as http://127.0.0.1:8081',
    });
  }
  return createPageClient({
    sourceUrl,
    headers,
    signal,
    clock,
    logger,
    random,
    sleep: options.sleep ?? waitFor,
    backOff: options.backOff ?? { baseMs: 250, capMs: 15_000 },
    maxAttempts: options.maxAttempts ?? 8,
    requestTimeoutMs: options.requestTimeoutMs ?? 30_000,
  });
}
