/** Fetches several pages at once and gives them in their order. */
import type { FetchPage } from './fetch-page.ts';
import type { Page } from './read-page.ts';

export interface PageRange {
  /** The first page, from 1. */
  from: number;
  perPage: number;
  /** At most this many requests at once. */
  inFlight: number;
}

/**
 * The pages from the first on, until there is none: past the last that the source has announced, at the first one it
 * does not have, or at an empty one. `first` is the page `from`, fetched already.
 */
export async function* pagesInOrder(
  fetchPage: FetchPage,
  first: Page,
  { from, perPage, inFlight }: PageRange,
): AsyncGenerator<Page> {
  const pending: Promise<Page | null>[] = [];
  let last = first.totalPages ?? Number.POSITIVE_INFINITY;
  let next = from + 1;
  let page: Page | null = first;
  while (page !== null && page.results.length > 0) {
    last = Math.max(last, page.totalPages ?? 0);
    for (; pending.length < inFlight && next <= last; next++) pending.push(heeded(fetchPage(next, perPage)));
    yield page;
    page = (await pending.shift()) ?? null;
  }
}

/** A failure is met when its page's turn comes; until then it must not count as unhandled. */
function heeded<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
