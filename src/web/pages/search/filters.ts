/** A search as the page's address has it. */

export interface Filters {
  query: string;
  genre: string;
  /** A year in four digits, or empty. */
  fromYear: string;
  toYear: string;
}

const MAX_QUERY_LENGTH = 200;
const year = (text: string | null) =>
  text !== null && /^(18[7-9]|19\d|20\d|21\d)\d$/.test(text) ? text : '';

/** What the address asks for; what it cannot mean is left out. */
export function readFilters(parameters: URLSearchParams): Filters {
  return {
    query: (parameters.get('query') ?? '').slice(0, MAX_QUERY_LENGTH),
    genre: (parameters.get('genre') ?? '').slice(0, 60),
    fromYear: year(parameters.get('from')),
    toYear: year(parameters.get('to')),
  };
}

export function writeFilters({ query, genre, fromYear, toYear }: Filters): URLSearchParams {
  const entries = Object.entries({ query, genre, from: fromYear, to: toYear });
  return new URLSearchParams(entries.filter(([, value]) => value !== ''));
}
