/** What the dashboard is narrowed to, as the page's address has it: the same words that the API takes. */

export const FILTER_PARTS = [
  'from',
  'to',
  'rating',
  'genre',
  'decade',
  'movieId',
  'ageBand',
  'gender',
  'occupation',
] as const;
export type FilterPart = (typeof FILTER_PARTS)[number];
export type Filter = Partial<Record<FilterPart, string>>;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const SHAPES: Readonly<Record<FilterPart, RegExp>> = {
  from: MONTH,
  to: MONTH,
  rating: /^(\d|10)(\.\d{1,2})?$/,
  genre: /^.{1,60}$/,
  decade: /^(1[89]|2[01])\d0$/,
  movieId: /^[1-9]\d{0,9}$/,
  ageBand: /^[\w-]{1,20}$/,
  gender: /^.{1,20}$/,
  occupation: /^.{1,60}$/,
};

/** What the address asks for; what it cannot mean is left out. */
export function readFilter(parameters: URLSearchParams): Filter {
  const filter: Filter = {};
  for (const part of FILTER_PARTS) {
    const value = parameters.get(part);
    if (value !== null && SHAPES[part].test(value)) filter[part] = value;
  }
  return filter;
}

export function writeFilter(filter: Filter): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const part of FILTER_PARTS) {
    const value = filter[part];
    if (value !== undefined && value !== '') parameters.set(part, value);
  }
  return parameters;
}

/** What a click on a mark means: a part of the filter, or a month, which is both ends of the time. */
export interface Pick {
  part: string;
  value: string;
}

/** The filter after a click: with what was clicked, or without where it was there already. */
export function toggled(filter: Filter, { part, value }: Pick): Filter {
  if (part === 'month') {
    const isThere = filter.from === value && filter.to === value;
    const { from: _from, to: _to, ...rest } = filter;
    return isThere ? rest : { ...rest, from: value, to: value };
  }
  const known = FILTER_PARTS.find((name) => name === part);
  if (known === undefined) return filter;
  const { [known]: before, ...rest } = filter;
  return before === value ? rest : { ...rest, [known]: value };
}

/** The filter with another end of the time; the other end moves along where it would be on the wrong side. */
export function withMonth(filter: Filter, end: 'from' | 'to', month: string): Filter {
  const { [end]: _, ...rest } = filter;
  if (!MONTH.test(month)) return rest;
  const other = end === 'from' ? 'to' : 'from';
  const otherMonth = filter[other];
  const crossed = otherMonth !== undefined && (end === 'from' ? otherMonth < month : otherMonth > month);
  return { ...rest, [end]: month, ...(crossed && { [other]: month }) };
}

const MONTH_LENGTH = 'yyyy-MM'.length;

/** What a click on a row narrows by; null where the row has no value for it. */
export function pickOf(
  click: { part: string; column: string } | undefined,
  row: Readonly<Record<string, string | number | null>>,
): Pick | null {
  const value = click === undefined ? null : (row[click.column] ?? null);
  if (click === undefined || value === null) return null;
  const text = String(value);
  return { part: click.part, value: click.part === 'month' ? text.slice(0, MONTH_LENGTH) : text };
}

/** Whether this is what the filter has. */
export function isPicked(filter: Filter, { part, value }: Pick): boolean {
  if (part === 'month') return filter.from === value && filter.to === value;
  const known = FILTER_PARTS.find((name) => name === part);
  return known !== undefined && filter[known] === value;
}
