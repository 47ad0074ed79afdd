/** Sends what was rated offline, one after the other, from one page of this browser at a time. */
import { ApiError } from '../api/api-error.ts';
import { rememberPosition } from '../api/read-position.ts';
import { deleteRating, postRating } from '../api/routes.ts';
import { dropRating, type QueuedRating, queuedRatings } from './outbox.ts';

export interface Sent {
  sent: QueuedRating[];
  /** What the server will never take, such as a film that is gone. */
  refused: QueuedRating[];
}

/** Stops at the first that cannot be sent yet; what is left stays for the next time. */
export async function sendOutbox(): Promise<Sent> {
  return navigator.locks.request('matinee-outbox', async () => {
    const result: Sent = { sent: [], refused: [] };
    for (const queued of queuedRatings()) {
      const outcome = await send(queued);
      if (outcome === 'later') break;
      dropRating(queued);
      result[outcome].push(queued);
    }
    return result;
  });
}

async function send({ userId, change }: QueuedRating): Promise<'sent' | 'refused' | 'later'> {
  const { movieId } = change.movie;
  try {
    const { position } =
      change.rating === null
        ? await deleteRating(userId, movieId)
        : await postRating(userId, movieId, change.rating);
    rememberPosition(userId, position);
    return 'sent';
  } catch (error) {
    const permanent = error instanceof ApiError && ['refused', 'not-found'].includes(error.kind);
    return permanent ? 'refused' : 'later';
  }
}
