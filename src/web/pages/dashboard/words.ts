/** The words of charts and tables in the reader's language. */
import type { TFunction } from 'i18next';
import type { ChartDescription } from '../../../api/schemas/chart.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { genreName } from '../../i18n/genre-name.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { occupationName } from './occupation-name.ts';
import type { Row } from './queries.ts';

type Column = ChartDescription['columns'][number];
type Value = Row[string];

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Columns that are for clicks, not for reading. */
const NOT_READ = new Set(['movieId', 'decade']);

export const readColumns = ({ columns }: ChartDescription) =>
  columns.filter(({ name }) => !NOT_READ.has(name));

/** What a word of the data is called; other values are as they are. */
export function wordOf(column: string, value: Value, t: TFunction): Value {
  if (column === 'weekday') return weekdayName(Number(value));
  if (column === 'ageBand' || column === 'gender' || column === 'occupation') {
    return value === null ? t('dashboard.notTold') : personWord(column, String(value), t);
  }
  return column === 'genre' ? genreName(String(value), t) : value;
}

function personWord(column: 'ageBand' | 'gender' | 'occupation', value: string, t: TFunction): string {
  if (column === 'occupation') return occupationName(value, t);
  if (column === 'gender') {
    if (value === 'F') return t('dashboard.women');
    return value === 'M' ? t('dashboard.men') : value;
  }
  if (value === 'under-18') return t('dashboard.under18');
  return value === '56-plus' ? t('dashboard.from56') : value.replace('-', '–');
}

function weekdayName(day: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { weekday: 'short', timeZone: 'UTC' }).format(
    MONDAY + (day - 1) * DAY_MS,
  );
}

/** A value as a table says it. */
export function cellText({ name, digits = 0 }: Column, value: Value, t: TFunction): string {
  const word = wordOf(name, value, t);
  if (word === null) return t('dashboard.hiddenCell');
  if (name === 'week') return formatDate(Date.parse(String(word)) / 1_000);
  if (typeof word === 'string' || name === 'year') return String(word);
  return name === 'rating' ? formatNumber(word, 0, 1) : formatNumber(word, digits, digits);
}

/** Rows with the words that a chart shows. */
export function wordRows({ columns }: ChartDescription, rows: readonly Row[], t: TFunction): Row[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name }) => [name, wordOf(name, row[name] ?? null, t)])),
  );
}
