/** A chart's rows as CSV (RFC 4180), with its columns' titles as the heading. */
import type { Chart, ChartRow, Value } from './chart.ts';
import type { Language } from './local-text.ts';

export function toCsv({ columns }: Chart, rows: readonly ChartRow[], language: Language): string {
  const heading = columns.map(({ title }) => title[language]);
  const lines = rows.map((row) => columns.map(({ name }) => row[name] ?? null));
  return [heading, ...lines].map((line) => `${line.map(field).join(',')}\r\n`).join('');
}

/** Spreadsheets take text that begins like this for a formula; an apostrophe keeps it text. */
const FORMULA = /^[=+\-@\t\r]/;

function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
