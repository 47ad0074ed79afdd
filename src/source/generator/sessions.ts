/** When people rate: in sessions of a dozen films, in the evening more than in the morning, at weekends more. */
import type { Random } from './random.ts';

const DAY = 86_400;
const HOUR = 3600;
const RATINGS_A_SESSION = 12;
const FAVOURITE_HOUR = 20.5;
const SPREAD_OF_HOURS = 3.5;
/** Of the sessions that would fall on a weekday, this share is moved to another day. */
const WEEKDAYS_AVOIDED = 0.3;
const FEWEST_SECONDS_BETWEEN = 6;
const MORE_SECONDS_BETWEEN = 70;

export interface Period {
  /** Epoch seconds. */
  from: number;
  until: number;
}

/** Writes ascending times, in epoch seconds within the period, for the first `count` entries. */
export function drawTimes(count: number, { from, until }: Period, random: Random, times: Uint32Array): void {
  const joined = from + (until - from - DAY) * random.uniform();
  const sessions = Math.ceil(count / RATINGS_A_SESSION);
  const starts = Array.from({ length: sessions }, () => sessionStart({ from: joined, until }, random)).sort(
    (a, b) => a - b,
  );
  let time = 0;
  for (let i = 0; i < count; i += 1) {
    const opens = i % RATINGS_A_SESSION === 0 ? (starts[i / RATINGS_A_SESSION] ?? 0) : 0;
    time = Math.max(opens, time + FEWEST_SECONDS_BETWEEN + random.below(MORE_SECONDS_BETWEEN));
    times[i] = Math.min(time, until - 1);
  }
}

function sessionStart(period: Period, random: Random): number {
  const first = dayIn(period, random);
  const moves = !isWeekend(first) && random.uniform() < WEEKDAYS_AVOIDED;
  const day = moves ? dayIn(period, random) : first;
  const hour = (FAVOURITE_HOUR + SPREAD_OF_HOURS * random.gaussian() + 24) % 24;
  return Math.floor(day * DAY + hour * HOUR);
}

function dayIn({ from, until }: Period, random: Random): number {
  return Math.floor((from + (until - from) * random.uniform()) / DAY);
}

/** Day 0, 1 January 1970, was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}
