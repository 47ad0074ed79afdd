/** Reads page number and size of a request for a page; whatever is not a plain whole number in range is said. */

export interface PageRequest {
  /** From 1. */
  page: number;
  perPage: number;
}

export const DEFAULT_PER_PAGE = 10;
export const MAX_PER_PAGE = 1000;

/** The request, or the sentence that says what is wrong with it. */
export function readPageRequest(pageText: string, perPageValue: unknown): PageRequest | string {
  const page = wholeNumber(pageText);
  if (page === null || page < 1) return `the page must be a whole number from 1, not "${shown(pageText)}"`;
  if (perPageValue === undefined) return { page, perPage: DEFAULT_PER_PAGE };
  if (typeof perPageValue !== 'string') return 'per_page must be given once';
  const perPage = wholeNumber(perPageValue);
  if (perPage === null || perPage < 1 || perPage > MAX_PER_PAGE) {
    return `per_page must be a whole number from 1 to ${MAX_PER_PAGE}, not "${shown(perPageValue)}"`;
  }
  return { page, perPage };
}

/** Digits only, and few enough to be exact. */
function wholeNumber(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
