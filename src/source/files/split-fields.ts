/** Splits one line of a MovieLens file into its fields. */

/** Tab and `|` in 100K, `::` in 1M and 10M, `,` with quoted fields (RFC 4180) in the CSV releases. */
export type Separator = '\t' | '|' | '::' | ',';

/** The fields of a line; null when a quoted CSV field is not closed or goes on behind its closing quote. */
export function splitFields(line: string, separator: Separator): string[] | null {
  if (separator !== ',' || !line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    const end = line[at] === '"' ? behindQuoted(line, at) : nextComma(line, at);
    if (end === null || (end < line.length && line[end] !== ',')) return null;
    fields.push(unquote(line.slice(at, end)));
    if (end >= line.length) return fields;
    at = end + 1;
  }
}

/** Joins fields into a CSV line, quoting those that need it; the inverse of `splitFields`. */
export function joinCsvFields(fields: readonly (string | number)[]): string {
  return fields.map((field) => quoteIfNeeded(String(field))).join(',');
}

function nextComma(line: string, from: number): number {
  const at = line.indexOf(',', from);
  return at === -1 ? line.length : at;
}

/** The place behind the quote that closes the one at `opening`, passing doubled ones; null when none does. */
function behindQuoted(line: string, opening: number): number | null {
  for (let at = line.indexOf('"', opening + 1); at !== -1; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] !== '"') return at + 1;
  }
  return null;
}

function unquote(field: string): string {
  return field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field;
}

function quoteIfNeeded(field: string): string {
  return /[",\r\n]/.test(field) || field.startsWith(' ') ? `"${field.replaceAll('"', '""')}"` : field;
}
