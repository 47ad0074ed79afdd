/** What every store does with the buckets of an aggregation: refuse what means nothing, and put them in order. */
import { MatineeError } from '../domain/errors.ts';
import type { Bucket, Grouping } from './store.ts';

/** `BAD_INPUT` for an interval or a size that means nothing. */
export function refuseNonsense(groupBy: Grouping): void {
  if (groupBy.kind === 'histogram' && !(groupBy.interval > 0)) {
    throw new MatineeError('BAD_INPUT', `A histogram asked for intervals of ${groupBy.interval}`, {
      hint: 'Give an interval greater than 0.',
    });
  }
  if (groupBy.kind === 'terms' && !(Number.isInteger(groupBy.size) && groupBy.size >= 1)) {
    throw new MatineeError('BAD_INPUT', `An aggregation asked for ${groupBy.size} terms`, {
      hint: 'Give a whole number from 1.',
    });
  }
}

/** All buckets, in the order that is asked for; of terms, as many as are asked for. */
export function ordered(buckets: Bucket[], groupBy: Grouping): Bucket[] {
  const byKey = (a: Bucket, b: Bucket) => compareKeys(a.key, b.key);
  if (groupBy.kind !== 'terms') return buckets.sort(byKey);
  const { orderBy, size } = groupBy;
  if (orderBy === 'key') buckets.sort(byKey);
  else if (orderBy === 'count') buckets.sort((a, b) => b.count - a.count || byKey(a, b));
  else buckets.sort((a, b) => b.average - a.average || byKey(a, b));
  return buckets.slice(0, size);
}

function compareKeys(a: Bucket['key'], b: Bucket['key']): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
