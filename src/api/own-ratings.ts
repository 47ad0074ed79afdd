/** A person's own ratings, with the films' titles. */
import type { UserId } from '../domain/ids.ts';
import type { ApiContext } from './app.ts';
import { type Page, pageFields, slicePage } from './paging.ts';

/** A page of them, latest first, as this instance knows them: one accepted a moment ago is there. */
export async function ownRatings(context: ApiContext, userId: UserId, page: Page) {
  const person = await context.live.person(context.pseudonymiser.pseudonymise(userId));
  const rated = [...person.history.films]
    .flatMap(([movieId, { rating, eventTime, offset }]) =>
      rating === null ? [] : [{ movieId, rating, eventTime, offset }],
    )
    .sort((a, b) => b.eventTime - a.eventTime || b.offset - a.offset);
  const results = await Promise.all(
    slicePage(rated, page).map(async ({ movieId, rating, eventTime }) => {
      const movie = await context.recommender.movie(movieId);
      return {
        movieId,
        title: movie?.title ?? `Film ${movieId}`,
        genres: movie?.genres ?? [],
        year: movie?.year ?? null,
        rating,
        timestamp: Math.floor(eventTime / 1_000),
      };
    }),
  );
  return { ...pageFields(page, rated.length), results };
}
