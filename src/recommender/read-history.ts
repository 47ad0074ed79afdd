/** Reads what the index holds of a person. */
import type { Pseudonym } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import { applyRating, type History } from './history.ts';
import { applyEvent, interactionEvent, VERDICT_TYPES } from './live/event.ts';

/** Takes all of it into a history. Rejects when the store cannot be read. */
export async function readHistory(
  store: Pick<Store, 'ratingsOf' | 'interactionsOf'>,
  pseudonym: Pseudonym,
  into: History,
): Promise<void> {
  const [ratings, verdicts] = await Promise.all([
    store.ratingsOf(pseudonym),
    store.interactionsOf(pseudonym, VERDICT_TYPES),
  ]);
  for (const { movieId, rating, version } of ratings) {
    applyRating(into, movieId, { rating, eventTime: version.eventTime, offset: version.offset });
  }
  for (const verdict of verdicts) {
    const event = interactionEvent(verdict);
    if (event !== null) applyEvent(into, event);
  }
}
