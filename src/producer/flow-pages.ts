/** The pages of a source as records of the flow, in the source's order, each knowing its place among all records. */
import { MatineeError } from '../domain/errors.ts';
import type { Pseudonymiser } from '../domain/ports.ts';
import type { FetchPage } from './fetch-page.ts';
import type { Start } from './find-start.ts';
import { type FlowRecord, toFlowRecord } from './flow-record.ts';
import { pagesInOrder } from './pages-in-order.ts';
import type { Page } from './read-page.ts';

export interface FlowPage {
  /** What of the page is not on the topic yet. */
  records: readonly FlowRecord[];
  /** How many records of the source lie before the next page. */
  end: number;
  /** How many the source has: at most so many until its last page has come, null where it does not say. */
  total: number | null;
}

/**
 * `BAD_INPUT` when a page in the midst is not full, since the ordinals behind it would be another record's next time,
 * or missing, since what lies behind it would be taken for produced.
 */
export async function* flowPages(
  fetchPage: FetchPage,
  start: Start,
  inFlight: number,
  pseudonymiser: Pseudonymiser,
): AsyncGenerator<FlowPage> {
  const { perPage, ordinal } = start;
  let number = start.number;
  let end = (number - 1) * perPage;
  let { totalPages } = start.page;
  for await (const page of pagesInOrder(fetchPage, start.page, { from: number, perPage, inFlight })) {
    const first = (number - 1) * perPage;
    if (end !== first) throw unevenPages(number - 1, perPage);
    end = first + page.results.length;
    const fresh = page.results.slice(Math.max(0, ordinal - first));
    const records = fresh.map((result) => toFlowRecord(result, pseudonymiser));
    yield { records, end, total: totalOf(page, number, perPage) };
    number++;
    totalPages = page.totalPages;
  }
  if (totalPages !== null && number <= totalPages) throw missingPage(number, totalPages);
}

function totalOf({ totalPages, results }: Page, number: number, perPage: number): number | null {
  if (totalPages === null) return null;
  return number >= totalPages ? (number - 1) * perPage + results.length : totalPages * perPage;
}

function unevenPages(number: number, perPage: number): MatineeError {
  return new MatineeError('BAD_INPUT', `page ${number} of the source does not have ${perPage} results`, {
    hint: 'ask for fewer results a page: every page but the last must have as many as the first',
  });
}

function missingPage(number: number, totalPages: number): MatineeError {
  return new MatineeError(
    'BAD_INPUT',
    `the source announces ${totalPages} pages and does not have page ${number}`,
    {
      hint: 'run the producer again once the source is whole: it goes on at that page',
    },
  );
}
