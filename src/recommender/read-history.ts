/** Reads what the index holds of a person. */
import type { Pseudonym } from '../domain/ids.ts';
import { FEEDBACK_TYPES } from '../domain/interaction.ts';
import type { Store } from '../store/store.ts';
import { applyRating, type History } from './history.ts';
import { applyEvent, interactionEvent } from './live/event.ts';
import { RatedFilms } from './rated-films.ts';

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
  const known = into.films;
  into.films = RatedFilms.of(
    ratings.map(({ movieId, rating, version: { eventTime, offset } }) => [
      movieId,
      { rating, eventTime, offset },
    ]),
  );
  for (const [movieId, film] of known) applyRating(into, movieId, film);
  for (const interaction of interactions) {
    const event = interactionEvent(interaction);
    if (event !== null) applyEvent(into, event);
  }
}
