/**
 * Aggregations as SQL over the integer columns of `ratings`. What lies behind a film or a person (genres, year, age
 * band, …) is grouped by their key here, and folded into its buckets by `aggregate.ts`: grouping by a small integer
 * is what SQLite does fastest.
 */
import type { Grouping, RatingField, RatingFilter } from '../store.ts';

/** What the groups of the query are: a column, or a key that folding turns into the bucket's. */
export type GroupedBy = 'rating' | 'rating interval' | 'movie' | 'person' | 'day' | 'hour' | 'hour of week';

export interface AggregationSql {
  sql: string;
  parameters: (string | number)[];
  groupedBy: GroupedBy;
}

const GROUP_EXPRESSION: Record<GroupedBy, string> = {
  rating: 'rating',
  'rating interval': 'CAST(rating / ? AS INTEGER)',
  movie: 'movie_id',
  person: 'user_key',
  day: 'timestamp / 86400',
  hour: 'timestamp / 3600 % 24',
  // 1970-01-01 was a Thursday
  'hour of week': '(timestamp / 3600 + 72) % 168',
};

/** Rows of `group_key`, `n` and `total`, one a group. */
export function aggregationSql(groupBy: Grouping, filter: RatingFilter = {}): AggregationSql {
  const groupedBy = groupedByOf(groupBy);
  const interval = groupedBy === 'rating interval' && groupBy.kind === 'histogram' ? [groupBy.interval] : [];
  const { condition, parameters } = conditionOf(filter);
  const sql = `SELECT ${GROUP_EXPRESSION[groupedBy]} AS group_key, count(*) AS n, sum(rating) AS total
    FROM ratings WHERE ${condition} GROUP BY group_key`;
  return { sql, parameters: [...interval, ...parameters], groupedBy };
}

/** The condition on `ratings` that a filter is. */
export function conditionOf(filter: RatingFilter): { condition: string; parameters: (string | number)[] } {
  const conditions = ['rating IS NOT NULL'];
  const parameters: (string | number)[] = [];
  for (const field of RATING_FIELDS) {
    const values = filter.terms?.[field];
    if (values === undefined) continue;
    conditions.push(TERM_CONDITION[field]);
    parameters.push(JSON.stringify(values));
  }
  if (filter.timestamp?.from !== undefined) {
    conditions.push('timestamp >= ?');
    parameters.push(filter.timestamp.from);
  }
  if (filter.timestamp?.to !== undefined) {
    conditions.push('timestamp < ?');
    parameters.push(filter.timestamp.to);
  }
  if (filter.demographics !== undefined) {
    conditions.push(personsWhere(`json_array(age_band, gender, occupation) IN ${VALUES}`));
    parameters.push(JSON.stringify(filter.demographics));
  }
  return { condition: conditions.join(' AND '), parameters };
}

function groupedByOf(groupBy: Grouping): GroupedBy {
  switch (groupBy.kind) {
    case 'terms':
      if (groupBy.field === 'rating') return 'rating';
      return groupBy.field.startsWith('movie.') ? 'movie' : 'person';
    case 'histogram':
      return groupBy.field === 'rating' ? 'rating interval' : 'movie';
    case 'date_histogram':
    case 'weekday':
      return 'day';
    case 'hour_of_day':
      return 'hour';
    case 'hour_of_week':
      return 'hour of week';
    case 'demographics':
      return 'person';
  }
}

const VALUES = '(SELECT value FROM json_each(?))';
const NUMBERS = '(SELECT CAST(value AS NUMERIC) FROM json_each(?))';
const moviesWhere = (condition: string) => `movie_id IN (SELECT movie_id FROM movies WHERE ${condition})`;
const personsWhere = (condition: string) => `user_key IN (SELECT user_key FROM users WHERE ${condition})`;

/** One condition a field; its parameter is the JSON array of the values that satisfy it. */
const TERM_CONDITION: Record<RatingField, string> = {
  rating: `rating IN ${NUMBERS}`,
  timestamp: `timestamp IN ${NUMBERS}`,
  'movie.movieId': `movie_id IN ${NUMBERS}`,
  'movie.year': moviesWhere(`year IN ${NUMBERS}`),
  'movie.genres': `movie_id IN (SELECT movie_id FROM movie_genres WHERE genre IN ${VALUES})`,
  'user.userId': personsWhere(`user_id IN ${VALUES}`),
  'user.ageBand': personsWhere(`age_band IN ${VALUES}`),
  'user.gender': personsWhere(`gender IN ${VALUES}`),
  'user.occupation': personsWhere(`occupation IN ${VALUES}`),
};

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
