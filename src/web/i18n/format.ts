/** Numbers and dates as the reader's language writes them. */
import { currentLanguage } from './language.ts';

/** A rating: one decimal at most for people's own, one always for computed ones. */
export function formatRating(value: number, decimals: 'own' | 'computed' = 'own'): string {
  return new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: decimals === 'computed' ? 1 : 0,
    maximumFractionDigits: 1,
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
