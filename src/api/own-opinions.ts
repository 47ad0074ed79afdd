/** What a person thinks of films besides rating them, as it stands: verdicts and their watchlist. */
import type { MovieId, UserId } from '../domain/ids.ts';
import type { InteractionDocument, InteractionType } from '../domain/interaction.ts';
import { VERDICT_TYPES } from '../domain/interaction.ts';
import type { ApiContext } from './app.ts';
import { type Page, pageFields, slicePage } from './paging.ts';
import type { OwnOpinionsAnswer } from './schemas/interaction.ts';

type Opinion = Pick<OwnOpinionsAnswer['results'][number], 'verdict' | 'watchlist'> & {
  movieId: MovieId;
  eventTime: number;
};

const WATCHLIST_TYPES = ['watchlist', 'unwatchlist'] as const satisfies readonly InteractionType[];

/** A page of them, latest first, from the index. */
export async function ownOpinions(context: ApiContext, userId: UserId, page: Page) {
  const pseudonym = context.pseudonymiser.pseudonymise(userId);
  const said = await context.store.interactionsOf(pseudonym, [...VERDICT_TYPES, ...WATCHLIST_TYPES]);
  const standing = standingOpinions(said);
  const results = await Promise.all(
    slicePage(standing, page).map(async ({ movieId, verdict, watchlist, eventTime }) => {
      const movie = await context.recommender.movie(movieId);
      return {
        movieId,
        title: movie?.title ?? `Film ${movieId}`,
        genres: movie?.genres ?? [],
        year: movie?.year ?? null,
        verdict,
        watchlist,
        timestamp: Math.floor(eventTime / 1_000),
      };
    }),
  );
  return { ...pageFields(page, standing.length), results };
}

/** What stands of interactions that come latest first: of each film the latest verdict and the latest word on watching it. */
export function standingOpinions(
  latestFirst: readonly Pick<InteractionDocument, 'movieId' | 'type' | 'eventTime'>[],
): Opinion[] {
  const verdicts = new Map<MovieId, Opinion['verdict']>();
  const watchlist = new Map<MovieId, boolean>();
  const times = new Map<MovieId, number>();
  for (const { movieId, type, eventTime } of latestFirst) {
    if (!times.has(movieId)) times.set(movieId, eventTime);
    if (type === 'watchlist' || type === 'unwatchlist') {
      if (!watchlist.has(movieId)) watchlist.set(movieId, type === 'watchlist');
    } else if (!verdicts.has(movieId)) {
      verdicts.set(movieId, type === 'like' || type === 'dislike' || type === 'hide' ? type : 'none');
    }
  }
  return [...times]
    .map(([movieId, eventTime]) => ({
      movieId,
      eventTime,
      verdict: verdicts.get(movieId) ?? ('none' as const),
      watchlist: watchlist.get(movieId) ?? false,
    }))
    .filter(({ verdict, watchlist: wanted }) => verdict !== 'none' || wanted);
}
