/** How many people each bucket of an aggregation is about, as SQL: `term` is the key of the bucket. */
import type { Grouping, RatingFilter } from '../store.ts';
import { conditionOf } from './aggregation-sql.ts';

export function peopleSql(
  groupBy: Grouping,
  filter: RatingFilter,
): { sql: string; parameters: (string | number)[] } {
  const { condition, parameters } = conditionOf(filter);
  const { term, from = '', intervals = [] } = termOf(groupBy);
  const sql = `SELECT ${term} AS term, count(DISTINCT ratings.user_key) AS people
    FROM (SELECT * FROM ratings WHERE ${condition}) AS ratings ${from} GROUP BY term HAVING term IS NOT NULL`;
  return { sql, parameters: [...intervals, ...parameters] };
}

interface Term {
  term: string;
  /** What is joined for it. */
  from?: string;
  /** Parameters of the term. */
  intervals?: number[];
}

const WITH_GENRES = 'JOIN movie_genres USING (movie_id)';
const WITH_MOVIES = 'JOIN movies USING (movie_id)';
const WITH_USERS = 'JOIN users USING (user_key)';

const CALENDAR = {
  day: "'start of day'",
  // to Sunday, and back to the Monday before it
  week: "'weekday 0', '-6 days', 'start of day'",
  month: "'start of month'",
  year: "'start of year'",
};

function termOf(groupBy: Grouping): Term {
  switch (groupBy.kind) {
    case 'terms':
      return FIELDS[groupBy.field];
    case 'histogram': {
      const { term, ...joined } = FIELDS[groupBy.field];
      const { interval } = groupBy;
      return { ...joined, term: `floor(${term} / ?) * ?`, intervals: [interval, interval] };
    }
    case 'date_histogram':
      return { term: `unixepoch(timestamp, 'unixepoch', ${CALENDAR[groupBy.interval]})` };
    case 'weekday':
      return { term: '(timestamp / 86400 + 3) % 7 + 1' };
    case 'hour_of_day':
      return { term: 'timestamp / 3600 % 24' };
    case 'hour_of_week':
      return { term: '(timestamp / 3600 + 72) % 168' };
    case 'demographics':
      return { term: 'json_array(age_band, gender, occupation)', from: WITH_USERS };
  }
}

const FIELDS: Record<Extract<Grouping, { kind: 'terms' }>['field'], Term> = {
  rating: { term: 'rating' },
  'movie.movieId': { term: 'movie_id' },
  'movie.genres': { term: 'genre', from: WITH_GENRES },
  'movie.year': { term: 'year', from: WITH_MOVIES },
  'user.userId': { term: 'user_id', from: WITH_USERS },
  'user.ageBand': { term: 'age_band', from: WITH_USERS },
  'user.gender': { term: 'gender', from: WITH_USERS },
  'user.occupation': { term: 'occupation', from: WITH_USERS },
};
