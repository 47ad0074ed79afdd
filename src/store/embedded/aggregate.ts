/** Answers aggregations over `index_movies`: runs the SQL, and folds its groups into the buckets asked for. */
import type { DatabaseSync } from 'node:sqlite';
import { ordered, refuseNonsense } from '../buckets.ts';
import { calendarKey, weekdayOf } from '../calendar.ts';
import type { AggregationQuery, Bucket, Grouping, RatingFilter } from '../store.ts';
import { aggregationSql, type GroupedBy } from './aggregation-sql.ts';
import { peopleSql } from './people-sql.ts';
import { numberOf, type Row } from './row.ts';

type Key = string | number;

interface Group {
  count: number;
  sum: number;
}

/** Buckets in ascending order of their keys, or as `orderBy` says; only those with a rating. */
export function aggregate(
  database: DatabaseSync,
  { groupBy, filter, countPeople }: AggregationQuery,
): Bucket[] {
  refuseNonsense(groupBy);
  const { sql, parameters, groupedBy } = aggregationSql(groupBy, filter);
  const keysOf = keysOfGroup(database, groupBy, groupedBy);
  const groups = new Map<Key, Group>();
  for (const row of database.prepare(sql).iterate(...parameters)) {
    for (const key of keysOf(numberOf(row, 'group_key'))) {
      const group = groups.get(key) ?? { count: 0, sum: 0 };
      group.count += numberOf(row, 'n');
      group.sum += numberOf(row, 'total');
      groups.set(key, group);
    }
  }
  const peopleOf = countPeople ? readPeople(database, groupBy, filter) : null;
  const buckets = [...groups].map(([key, { count, sum }]) => ({
    key,
    count,
    average: sum / count,
    ...(peopleOf && { people: peopleOf.get(key) ?? 0 }),
  }));
  return ordered(buckets, groupBy);
}

/** The buckets that a group of the SQL belongs to. */
function keysOfGroup(
  database: DatabaseSync,
  groupBy: Grouping,
  groupedBy: GroupedBy,
): (groupKey: number) => readonly Key[] {
  switch (groupBy.kind) {
    case 'terms':
      if (groupBy.field === 'rating' || groupBy.field === 'movie.movieId') return (key) => [key];
      return lookup(database, TERMS_SQL[groupBy.field]);
    case 'histogram': {
      const { interval } = groupBy;
      if (groupedBy === 'rating interval') return (place) => [place * interval];
      const yearsOf = lookup(database, TERMS_SQL['movie.year']);
      return (key) => yearsOf(key).map((year) => Math.floor(Number(year) / interval) * interval);
    }
    case 'date_histogram':
      return (day) => [calendarKey(day, groupBy.interval)];
    case 'weekday':
      return (day) => [weekdayOf(day)];
    case 'hour_of_day':
    case 'hour_of_week':
      return (hour) => [hour];
    case 'demographics':
      return lookup(database, DEMOGRAPHICS_SQL);
  }
}

/** Rows of a group's key and one of its terms. */
const TERMS_SQL = {
  'movie.genres': 'SELECT movie_id AS group_key, genre AS term FROM movie_genres',
  'movie.year': 'SELECT movie_id AS group_key, year AS term FROM movies WHERE year IS NOT NULL',
  'user.userId': 'SELECT user_key AS group_key, user_id AS term FROM users',
  'user.ageBand': 'SELECT user_key AS group_key, age_band AS term FROM users WHERE age_band IS NOT NULL',
  'user.gender': 'SELECT user_key AS group_key, gender AS term FROM users WHERE gender IS NOT NULL',
  'user.occupation':
    'SELECT user_key AS group_key, occupation AS term FROM users WHERE occupation IS NOT NULL',
};

const DEMOGRAPHICS_SQL =
  'SELECT user_key AS group_key, json_array(age_band, gender, occupation) AS term FROM users';

/** How many people are in each bucket: they cannot be added up from groups that one person may be in several of. */
function readPeople(database: DatabaseSync, groupBy: Grouping, filter: RatingFilter = {}): Map<Key, number> {
  const { sql, parameters } = peopleSql(groupBy, filter);
  const people = new Map<Key, number>();
  for (const row of database.prepare(sql).iterate(...parameters)) {
    people.set(termOf(row), numberOf(row, 'people'));
  }
  return people;
}

function lookup(database: DatabaseSync, sql: string): (groupKey: number) => readonly Key[] {
  const terms = new Map<number, Key[]>();
  for (const row of database.prepare(sql).iterate()) {
    const groupKey = numberOf(row, 'group_key');
    const known = terms.get(groupKey);
    if (known === undefined) terms.set(groupKey, [termOf(row)]);
    else known.push(termOf(row));
  }
  return (groupKey) => terms.get(groupKey) ?? [];
}

function termOf(row: Row): Key {
  return typeof row.term === 'string' ? row.term : numberOf(row, 'term');
}
