/** Everything that is held about a person, and what is inferred of them: access and portability (GDPR, Articles 15 and 20). */
import { INTERACTION_TYPES } from '../domain/closed-words.ts';
import { MatineeError } from '../domain/errors.ts';
import type { MovieId, UserId } from '../domain/ids.ts';
import { tasteFor } from '../recommender/person.ts';
import type { ApiContext } from './app.ts';
import { personToRecommend } from './person-to-recommend.ts';
import { itemOf } from './recommended-item.ts';
import type { SubjectAnswer } from './schemas/subject.ts';

/** Recommendations shown with what they come from. */
const SHOWN = 10;

type Deps = Pick<ApiContext, 'store' | 'live' | 'recommender' | 'pseudonymiser' | 'clock' | 'processingOf'>;

/** `NOT_FOUND` for somebody of whom nothing is held. */
export async function exportSubject(deps: Deps, userId: UserId): Promise<SubjectAnswer> {
  const { store, live, recommender, pseudonymiser, clock } = deps;
  const pseudonym = pseudonymiser.pseudonymise(userId);
  const [fields, person, interactions] = await Promise.all([
    store.user(pseudonym),
    live.person(pseudonym),
    store.interactionsOf(pseudonym, INTERACTION_TYPES),
  ]);
  if (fields === null && person.history.films.size === 0 && interactions.length === 0) throw nothingHeld();
  const shownTo = await personToRecommend(deps, pseudonym);
  const { strategy, modelVersion, films } = recommender.forPerson(shownTo, { n: SHOWN, explain: true });
  const titleOf = async (movieId: MovieId) => (await recommender.movie(movieId))?.title ?? `Film ${movieId}`;
  const ratings = [...person.history.films].sort(
    ([, a], [, b]) => b.eventTime - a.eventTime || b.offset - a.offset,
  );
  return {
    userId,
    pseudonym,
    exportedAt: isoOf(clock.now()),
    profile: {
      ageBand: fields?.ageBand ?? null,
      gender: fields?.gender ?? null,
      occupation: fields?.occupation ?? null,
    },
    processing: deps.processingOf(pseudonym),
    ratings: await Promise.all(
      ratings.map(async ([movieId, { rating, eventTime }]) => ({
        movieId,
        title: await titleOf(movieId),
        rating,
        ratedAt: isoOf(eventTime),
      })),
    ),
    interactions: await Promise.all(
      interactions.map(async ({ user: _, eventTime, movieId, ...interaction }) => ({
        ...interaction,
        movieId,
        title: await titleOf(movieId),
        at: isoOf(eventTime),
      })),
    ),
    inferred: {
      favouriteGenres: [...tasteFor(shownTo, recommender.catalogue()).genres],
      strategy,
      modelVersion,
      recommendations: films.map(itemOf),
    },
  };
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

function nothingHeld(): MatineeError {
  return new MatineeError('NOT_FOUND', 'Nothing is held about this person', {
    hint: 'Check the userId: it is the one that ratings are given under.',
  });
}
