/**
 * Ratings given while the server could not be reached, kept in this browser until they are sent. Of several of one film by
 * one person the last is kept, and rating a film again with the same value changes nothing: sending one twice does no
 * harm, so that none is lost to a page that closes in between.
 */
import { isRatingChange, type RatingChange } from '../rating/rating-change.ts';
import { externalValue, useExternalValue } from '../session/external-value.ts';
import { readStored, store } from '../session/storage.ts';

export interface QueuedRating {
  userId: string;
  change: RatingChange;
}

const KEY = 'matinee.outbox';

const outbox = externalValue<readonly QueuedRating[]>(readOutbox(readStored(KEY)));

export const useOutbox = (): readonly QueuedRating[] => useExternalValue(outbox);

/** What is kept now, by any page of this browser. */
export function queuedRatings(): readonly QueuedRating[] {
  return readOutbox(readStored(KEY));
}

export function queueRating(queued: QueuedRating): void {
  keep([...queuedRatings().filter((other) => !isSame(other, queued)), queued]);
}

/** Takes out what was sent, unless the person has changed it since. */
export function dropRating(sent: QueuedRating): void {
  keep(queuedRatings().filter((other) => !(isSame(other, sent) && other.change.at === sent.change.at)));
}

function keep(queued: readonly QueuedRating[]): void {
  store(KEY, queued.length === 0 ? null : JSON.stringify(queued));
  outbox.set(queued);
}

function isSame(a: QueuedRating, b: QueuedRating): boolean {
  return a.userId === b.userId && a.change.movie.movieId === b.change.movie.movieId;
}

export function readOutbox(text: string | null): QueuedRating[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(kept) ? kept.filter(isQueuedRating) : [];
  } catch {
    return [];
  }
}

function isQueuedRating(value: unknown): value is QueuedRating {
  return (
    typeof value === 'object' &&
    value !== null &&
    'userId' in value &&
    typeof value.userId === 'string' &&
    'change' in value &&
    isRatingChange(value.change)
  );
}
