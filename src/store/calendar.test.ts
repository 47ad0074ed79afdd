import assert from 'node:assert/strict';
import { it } from 'node:test';
import { calendarKey, weekdayOf } from './calendar.ts';

/** The day that a date lies on. */
const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const seconds = (date: string) => Date.parse(date) / 1000;

it('counts weekdays from Monday', () => {
  assert.equal(weekdayOf(0), 4);
  assert.equal(weekdayOf(dayOf('2024-02-26')), 1);
  assert.equal(weekdayOf(dayOf('2024-03-03')), 7);
});

it('finds the beginning of weeks, months and years, across their ends', () => {
  assert.equal(calendarKey(dayOf('2024-03-03'), 'week'), seconds('2024-02-26'));
  assert.equal(calendarKey(0, 'week'), seconds('1969-12-29'));
  assert.equal(calendarKey(dayOf('2024-02-29'), 'month'), seconds('2024-02-01'));
  assert.equal(calendarKey(dayOf('2024-12-31'), 'year'), seconds('2024-01-01'));
  assert.equal(calendarKey(dayOf('2024-02-29'), 'day'), seconds('2024-02-29'));
});
