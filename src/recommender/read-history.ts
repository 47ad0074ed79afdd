/** Reads what the index holds of a person. */
import type { Pseudonym } from '../domain/ids.ts';
import { FEEDBACK_TYPES } from '../domain/interaction.ts';
import type { Store } from '../store/store.ts';
import { applyRating, type History } from './history.ts';
import { applyEvent, interactionEvent } from './live/event.ts';

/** Takes all of it into a history. Rejects when the store cannot be read. */
export async function readHistory(
  store: Pick<Store, 'ratingsOf' | 'interactionsOf'>,
  pseudonym: Pseudonym,
  into: History,
): Promise<void> {
  const [ratings, interactions] = await Promise.all([
    store.ratingsOf(pseudonym),
    store.interactionsOf(pseudonym, FEEDBACK_TYPES),
  ]);
  for (const { movieId, rating, version } of ratings) {
    applyRating(into, movieId, { rating, eventTime: version.eventTime, offset: version.offset });
  }
  for (const interaction of interactions) {
    const event = interactionEvent(interaction);
    if (event !== null) applyEvent(into, event);
  }
}
