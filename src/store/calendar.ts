/** Days and what they belong to, in UTC. A day is counted from 1970-01-01, which was a Thursday. */

const SECONDS_PER_DAY = 86_400;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Days from the Monday of the week of 1970-01-01 to that day. */
const EPOCH_AFTER_MONDAY = 3;

export type CalendarInterval = 'day' | 'week' | 'month' | 'year';

/** The first second of the interval that a day lies in; weeks begin on Monday. */
export function calendarKey(day: number, interval: CalendarInterval): number {
  switch (interval) {
    case 'day':
      return day * SECONDS_PER_DAY;
    case 'week':
      return (day - weekdayOf(day) + 1) * SECONDS_PER_DAY;
    case 'month':
    case 'year': {
      const date = new Date(day * MILLISECONDS_PER_DAY);
      return Date.UTC(date.getUTCFullYear(), interval === 'month' ? date.getUTCMonth() : 0) / 1000;
    }
  }
}

/** The ISO 8601 number of a day: Monday is 1, Sunday 7. */
export function weekdayOf(day: number): number {
  return ((((day + EPOCH_AFTER_MONDAY) % 7) + 7) % 7) + 1;
}
