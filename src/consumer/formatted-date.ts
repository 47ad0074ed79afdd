/** Epoch seconds as `dd-MM-yyyy HH:mm:ss` in UTC, the form of `formatted_date` in the index. */

const SECONDS_A_DAY = 86_400;
const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** The calendar day of each epoch day met: ratings cluster on few days, and calendars are slow to compute. */
const days = new Map<number, string>();
/** Two centuries of days; a stream of made-up timestamps must not fill the memory. */
const MAX_DAYS = 80_000;

/** Whole epoch seconds, from 1970 to 9999. */
export function formatDate(epochSeconds: number): string {
  const day = Math.floor(epochSeconds / SECONDS_A_DAY);
  const second = epochSeconds - day * SECONDS_A_DAY;
  const hours = Math.floor(second / 3_600);
  const minutes = Math.floor(second / 60) - hours * 60;
  return `${formatDay(day)} ${TWO_DIGITS[hours]}:${TWO_DIGITS[minutes]}:${TWO_DIGITS[second % 60]}`;
}

function formatDay(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * SECONDS_A_DAY * 1_000);
  const text = `${TWO_DIGITS[date.getUTCDate()]}-${TWO_DIGITS[date.getUTCMonth() + 1]}-${String(date.getUTCFullYear()).padStart(4, '0')}`;
  if (days.size >= MAX_DAYS) days.clear();
  days.set(day, text);
  return text;
}
