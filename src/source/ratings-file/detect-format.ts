/** Tells from its first lines how a file of ratings or interactions is laid out. */
import { type Separator, splitFields } from '../files/split-fields.ts';

/** A rating a line: user, item, rating and, where there is one, a timestamp. */
export interface RatingsFormat {
  kind: 'ratings';
  separator: Exclude<Separator, '|'>;
  /** Whether the first line names the columns. */
  heading: boolean;
}

/** A user a line, and the items behind, between spaces, tabs or commas. */
export interface AdjacencyFormat {
  kind: 'adjacency';
}

export type FileFormat = RatingsFormat | AdjacencyFormat;

const ADJACENCY: AdjacencyFormat = { kind: 'adjacency' };
const EARLIEST_TIMESTAMP = 100_000_000;

/** The format that all the given lines, the first of the file, have. */
export function detectFormat(lines: readonly string[]): FileFormat {
  const [first = '', ...rest] = lines;
  const separator = separatorOf(first);
  if (separator === null) return ADJACENCY;
  const rows = lines.map((line) => splitFields(line, separator) ?? []);
  const [firstRow = []] = rows;
  const heading =
    !isNumber(firstRow[2]) && isHeading(firstRow) && (rest.length === 0 || isNumber(rows[1]?.[2]));
  if (heading || separator === '::') return { kind: 'ratings', separator, heading };
  return looksLikeRatings(rows) ? { kind: 'ratings', separator, heading: false } : ADJACENCY;
}

function separatorOf(line: string): RatingsFormat['separator'] | null {
  if (line.includes('::')) return '::';
  if (line.includes('\t')) return '\t';
  return line.includes(',') ? ',' : null;
}

function isHeading(fields: readonly string[]): boolean {
  return (
    (fields.length === 3 || fields.length === 4) &&
    fields.every((field) => /^[A-Za-z_][\w ]*$/.test(field.trim()))
  );
}

/**
 * A list of items may have three or four entries, too. One rating on the scale with a time behind it tells ratings from
 * a list; so does somebody with two lines, where times are small numbers and all else is in its place; without times,
 * most lines must have a number on the scale in the third place.
 */
function looksLikeRatings(rows: readonly (readonly string[])[]): boolean {
  const onScale = rows.filter(([, , rating]) => isNumber(rating) && Number(rating) <= 5);
  const timed = onScale.filter(({ length }) => length === 4);
  if (timed.some(({ 3: time }) => isTime(time))) return true;
  if (timed.length === rows.length && new Set(rows.map(([user]) => user)).size < rows.length) return true;
  return onScale.filter(({ length }) => length === 3).length * 2 > rows.length;
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^\s*\d+(?:\.\d+)?\s*$/.test(text);
}

function isTime(text: string | undefined): boolean {
  return text !== undefined && /^\s*\d+\s*$/.test(text) && Number(text) >= EARLIEST_TIMESTAMP;
}
