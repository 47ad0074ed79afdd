/** A split by time, as a system in use meets its data: trained on what was, tested on what came after. */
import type { RatingColumns } from '../ratings.ts';
import { type Split, splitWhere } from './split.ts';

/** Tests on the latest `fraction` of all ratings, rounded. Of ratings in the same second the later in the columns is later. */
export function temporalSplit(columns: RatingColumns, fraction: number): Split {
  const length = columns.users.length;
  const latest = new Set(byTime(columns).slice(length - Math.round(fraction * length)));
  return splitWhere(length, (place) => latest.has(place));
}

/** The places of the columns from the earliest to the latest, ties in the order of the columns. */
export function byTime({ timestamps }: RatingColumns): number[] {
  return Array.from(timestamps, (_, place) => place).sort(
    (a, b) => (timestamps[a] ?? 0) - (timestamps[b] ?? 0) || a - b,
  );
}
