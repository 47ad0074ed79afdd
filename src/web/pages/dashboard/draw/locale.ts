/** How Vega writes numbers and dates, by what the browser knows of the language. */
import type { Config } from 'vega-lite';
import type { Language } from '../../../i18n/language.ts';

export function localeOf(language: Language): NonNullable<Config['locale']> {
  const parts = new Intl.NumberFormat(language).formatToParts(-1_234_567.8);
  const part = (type: Intl.NumberFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    number: { decimal: part('decimal'), thousands: part('group'), grouping: [3], currency: ['', ''] },
    time: {
      dateTime: '%x, %X',
      date: '%d/%m/%Y',
      time: '%H:%M:%S',
      periods: ['AM', 'PM'],
      days: days(language, 'long'),
      shortDays: days(language, 'short'),
      months: months(language, 'long'),
      shortMonths: months(language, 'short'),
    },
  };
}

type Seven<T> = [T, T, T, T, T, T, T];
type Twelve<T> = [...Seven<T>, T, T, T, T, T];

/** From Sunday on. */
function days(language: Language, weekday: 'long' | 'short'): Seven<string> {
  const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
  const day = (place: number) => format.format(Date.UTC(2024, 0, 7 + place));
  return [day(0), day(1), day(2), day(3), day(4), day(5), day(6)];
}

function months(language: Language, month: 'long' | 'short'): Twelve<string> {
  const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
  const at = (place: number) => format.format(Date.UTC(2024, place, 1));
  return [at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7), at(8), at(9), at(10), at(11)];
}
