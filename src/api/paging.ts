/** Pages of a list: which part of it a request asks for, and what the answer says of the whole. */

export const DEFAULT_PER_PAGE = 20;

export interface Page {
  page: number;
  perPage: number;
}

export function pageOf(query: { page?: number; per_page?: number }, perPage = DEFAULT_PER_PAGE): Page {
  return { page: query.page ?? 1, perPage: query.per_page ?? perPage };
}

/** The stretch of a list that a page is; empty past the last. */
export function slicePage<T>(list: readonly T[], { page, perPage }: Page): T[] {
  return list.slice((page - 1) * perPage, page * perPage);
}

/** What every paginated answer says besides its results. */
export function pageFields({ page, perPage }: Page, total: number) {
  return { page, per_page: perPage, total, total_pages: Math.ceil(total / perPage) };
}
