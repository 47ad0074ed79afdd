/** The plain answers that a store's are compared with: a map of documents, and loops over it. */
import { demographicsKey } from '../../domain/demographics.ts';
import type { AggregationQuery, Bucket, Grouping, RatingField, RatingFilter, RatingWrite } from '../store.ts';

/** What remains of writes in whatever order: of each person and film the latest, without tombstones. */
export function survivors(writes: readonly RatingWrite[]): RatingWrite[] {
  const latest = new Map<string, RatingWrite>();
  for (const write of writes) {
    const id = `${write.user.userId} ${write.movie.movieId}`;
    const known = latest.get(id);
    const later =
      known === undefined ||
      write.eventTime > known.eventTime ||
      (write.eventTime === known.eventTime && write.offset > known.offset);
    if (later) latest.set(id, write);
  }
  return [...latest.values()].filter(({ rating }) => rating !== null);
}

/** The buckets of documents that are all there is. */
export function expectedBuckets(documents: readonly RatingWrite[], query: AggregationQuery): Bucket[] {
  const groups = new Map<string | number, RatingWrite[]>();
  for (const document of documents) {
    if (!matches(document, query.filter ?? {})) continue;
    for (const key of keysOf(document, query.groupBy)) {
      groups.set(key, [...(groups.get(key) ?? []), document]);
    }
  }
  const buckets = [...groups].map(([key, members]) => ({
    key,
    count: members.length,
    average: members.reduce((sum, { rating }) => sum + (rating ?? Number.NaN), 0) / members.length,
    ...(query.countPeople && { people: new Set(members.map(({ user }) => user.userId)).size }),
  }));
  return inOrder(buckets, query.groupBy);
}

function matches(document: RatingWrite, filter: RatingFilter): boolean {
  const { terms = {}, timestamp = {}, demographics } = filter;
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = timestamp;
  if (document.timestamp < from || document.timestamp >= to) return false;
  if (demographics && !demographics.includes(demographicsKey(document.user))) return false;
  return RATING_FIELDS.every((field) => {
    const wanted = terms[field];
    return wanted === undefined || valuesOf(document, field).some((value) => wanted.includes(value));
  });
}

const RATING_FIELDS: readonly RatingField[] = [
  'rating',
  'timestamp',
  'movie.movieId',
  'movie.genres',
  'movie.year',
  'user.userId',
  'user.ageBand',
  'user.gender',
  'user.occupation',
];

function valuesOf({ user, movie, rating, timestamp }: RatingWrite, field: RatingField): (string | number)[] {
  const values = {
    rating: [rating],
    timestamp: [timestamp],
    'movie.movieId': [movie.movieId],
    'movie.genres': movie.genres,
    'movie.year': [movie.year],
    'user.userId': [user.userId],
    'user.ageBand': [user.ageBand],
    'user.gender': [user.gender],
    'user.occupation': [user.occupation],
  }[field];
  return values.filter((value) => value !== null);
}

function keysOf(document: RatingWrite, groupBy: Grouping): (string | number)[] {
  const date = new Date(document.timestamp * 1000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const weekday = date.getUTCDay() === 0 ? 7 : date.getUTCDay();
  switch (groupBy.kind) {
    case 'terms':
      return valuesOf(document, groupBy.field);
    case 'histogram':
      return valuesOf(document, groupBy.field).map(
        (value) => Math.floor(Number(value) / groupBy.interval) * groupBy.interval,
      );
    case 'hour_of_day':
      return [date.getUTCHours()];
    case 'weekday':
      return [weekday];
    case 'hour_of_week':
      return [(weekday - 1) * 24 + date.getUTCHours()];
    case 'demographics':
      return [demographicsKey(document.user)];
    case 'date_histogram': {
      const starts = {
        day: Date.UTC(year, month, day),
        week: Date.UTC(year, month, day - weekday + 1),
        month: Date.UTC(year, month),
        year: Date.UTC(year, 0),
      };
      return [starts[groupBy.interval] / 1000];
    }
  }
}

function inOrder(buckets: Bucket[], groupBy: Grouping): Bucket[] {
  const byKey = (a: Bucket, b: Bucket) =>
    typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : a.key < b.key ? -1 : 1;
  if (groupBy.kind !== 'terms') return buckets.sort(byKey);
  const by = groupBy.orderBy;
  const order = by === 'key' ? byKey : (a: Bucket, b: Bucket) => b[by] - a[by] || byKey(a, b);
  return buckets.sort(order).slice(0, groupBy.size);
}
