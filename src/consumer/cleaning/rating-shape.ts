/** The shape of rating records: what `clean_data` of topic `movies` does, field by field, in either runner. */
import { integer, numberOrNull, seconds, wholeNumber, wholeNumberOrNull } from './numbers.ts';
import { asItIs, genres, label, title } from './texts.ts';

export const PERSON = { userId: asItIs, ageBand: label, gender: label, occupation: label };

export const MOVIE = { movieId: wholeNumber, title, genres, year: wholeNumberOrNull };

/** Beside these a record has its `schemaVersion`, and `formatted_date`, which is computed. */
export const RATING = {
  user: { fields: PERSON },
  movie: { fields: MOVIE },
  rating: numberOrNull,
  timestamp: seconds,
};

/** Written only where it is given. */
export const EVENT_TIME = integer;

/** The last second of 9999, the last that `formatted_date` can write. */
export const MAX_SECONDS = 253_402_300_799;
