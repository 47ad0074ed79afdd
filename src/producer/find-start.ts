/**
 * Finds the page where a run begins. The position is a record ordinal, so it holds for any page size; the record
 * before it must be the one that was produced there, else the source is another and is produced from its beginning.
 */
import { createHash } from 'node:crypto';
import { MatineeError } from '../domain/errors.ts';
import type { Logger, Pseudonymiser } from '../domain/ports.ts';
import type { FetchPage } from './fetch-page.ts';
import { toFlowRecord } from './flow-record.ts';
import type { Page } from './read-page.ts';
import type { ResumePosition } from './resume-position.ts';

export interface Start {
  /** The first page, fetched already. */
  page: Page;
  /** Its number, from 1. */
  number: number;
  /** The results of a full page, as this source gives them. */
  perPage: number;
  /** How many records of the source are on the topic. */
  ordinal: number;
}

export interface StartOptions {
  sourceUrl: string;
  pseudonymiser: Pseudonymiser;
  resume: ResumePosition;
  logger: Logger;
}

/** Identifies a record as it was produced, without saying what is in it. */
export function digestOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}

/** `NOT_FOUND` when the source has not even a first page. */
export async function findStart(
  fetchPage: FetchPage,
  perPage: number,
  options: StartOptions,
): Promise<Start> {
  const { pseudonymiser, resume, logger, sourceUrl } = options;
  const position = await resume.load();
  if (position !== null) {
    const { ordinal, lastRecord } = position;
    const place = await fetchPageOf(fetchPage, ordinal - 1, perPage);
    const previous = place?.page.results[ordinal - 1 - (place.number - 1) * place.perPage];
    const same = digestOf(toFlowRecord(previous, pseudonymiser).value) === lastRecord;
    if (place !== null && same) return { ...place, ordinal };
    logger.warn({ ordinal }, 'the source is not the one produced before: beginning at its first record');
  }
  const place = await fetchPageOf(fetchPage, 0, perPage);
  if (place !== null) return { ...place, ordinal: 0 };
  throw new MatineeError('NOT_FOUND', `the source ${sourceUrl} has no first page`, {
    hint: 'check that the address is that of a source API and that it has ratings',
  });
}

/** The page that holds a record, learning on the way how many results the source gives a page at most. */
async function fetchPageOf(
  fetchPage: FetchPage,
  ordinal: number,
  perPage: number,
): Promise<Omit<Start, 'ordinal'> | null> {
  const number = Math.floor(ordinal / perPage) + 1;
  const page = await fetchPage(number, perPage);
  const given = page?.results.length ?? 0;
  const isLast = page?.totalPages === null || number === page?.totalPages;
  if (page === null || given === perPage || given === 0 || isLast) {
    return page === null ? null : { page, number, perPage };
  }
  const numberOfGiven = Math.floor(ordinal / given) + 1;
  const again = numberOfGiven === number ? page : await fetchPage(numberOfGiven, given);
  return again === null ? null : { page: again, number: numberOfGiven, perPage: given };
}
