/** A rating, or that it was taken back, as an operation that an older one loses against. */
import type { RatingWrite } from '../store.ts';
import type { Operation } from './bulk.ts';
import { encodeVersion, ratingId } from './versions.ts';

/** The version goes in as text: it has more digits than a number of JavaScript. */
export function ratingOperation(
  index: string,
  write: RatingWrite,
  version = encodeVersion(write),
): Operation {
  const { user, movie, rating, timestamp, formatted_date, eventTime, offset } = write;
  const action = { _index: index, _id: ratingId(user.userId, movie.movieId), version_type: 'external' };
  const line = JSON.stringify({ index: action }).replace(/\}\}$/, `,"version":${version}}}`);
  const document = { user, movie, rating, timestamp, formatted_date, eventTime, offset };
  return { lines: [line, JSON.stringify(document)] };
}
