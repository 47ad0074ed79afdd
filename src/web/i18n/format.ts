/** Numbers and dates as the reader's language writes them. */
import { currentLanguage } from './language.ts';

/** A rating: one decimal at most for people's own, one always for computed ones. */
export function formatRating(value: number, decimals: 'own' | 'computed' = 'own'): string {
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: decimals === 'computed' ? 1 : 0,
    maximumFractionDigits: 1,
  }).format(value);
}

/** A computed rating in hundredths, where small differences are what it is about. */
export function formatStars(value: number): string {
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(value);
}

/** A share of a score, in stars or in hundredths; with its sign, also of more than nothing, unless it starts a sum. */
export function formatShare(
  value: number,
  decimals: number,
  unit: 'stars' | 'percent',
  signed: boolean = true,
): string {
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'always' : 'auto',
    ...(unit === 'percent' ? { style: 'unit', unit: 'percent' } : {}),
  }).format(value);
}

export function formatCount(value: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(value);
}

export function formatDate(epochSeconds: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'long' }).format(epochSeconds * 1_000);
}

/** `Drama, Crime and War`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(items);
}

export function formatNumber(value: number, leastDecimals: number, mostDecimals: number): string {
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: leastDecimals,
    maximumFractionDigits: mostDecimals,
  }).format(value);
}

/** `1997-11` as `November 1997`. */
export function formatMonth(month: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01`));
}

export function formatTime(date: Date): string {
  return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: 'medium' }).format(date);
}
