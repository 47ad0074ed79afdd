/** What the pages ask the server, as cached queries. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Steering } from '../taste/steering.ts';
import { positionOf } from './read-position.ts';
import * as routes from './routes.ts';

const PEOPLE_PER_PAGE = 24;
const MINUTE = 60_000;

/** Keys of what depends on one person: all of it is asked again when they rate. */
export const personKeys = {
  rows: (userId: string) => ['person', userId, 'rows'] as const,
  ratings: (userId: string) => ['person', userId, 'ratings'] as const,
  explanations: (userId: string) => ['person', userId, 'explanation'] as const,
  questions: (userId: string) => ['person', userId, 'questions'] as const,
  opinions: (userId: string) => ['person', userId, 'opinions'] as const,
  prediction: (userId: string, movieId: number) => ['person', userId, 'prediction', movieId] as const,
};

export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => routes.getAbout(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is signed in, where one has to be. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => routes.getSession(signal),
  staleTime: 5 * MINUTE,
});

export const profilesQuery = infiniteQueryOptions({
  queryKey: ['profiles'],
  queryFn: ({ pageParam, signal }) => routes.getProfiles(pageParam, PEOPLE_PER_PAGE, signal),
  initialPageParam: 1,
  getNextPageParam: ({ page, total_pages }) => (page < total_pages ? page + 1 : null),
});

export const rowsQuery = (userId: string, steering: Steering) =>
  queryOptions({
    queryKey: [...personKeys.rows(userId), steering],
    queryFn: ({ signal }) => routes.getRows(userId, steering, positionOf(userId), signal),
  });

export const ownRatingsQuery = (userId: string) =>
  queryOptions({
    queryKey: personKeys.ratings(userId),
    queryFn: ({ signal }) => routes.getOwnRatings(userId, positionOf(userId), signal),
    staleTime: 5 * MINUTE,
  });

/** Twice as many as there are places: those answered meanwhile need followers at once. */
const QUESTIONS = 12;

/** Which films to ask the person about, without those that they do not know. */
export const questionsQuery = (userId: string, unknown: readonly number[]) =>
  queryOptions({
    queryKey: [...personKeys.questions(userId), ...unknown],
    queryFn: ({ signal }) =>
      routes.getQuestions(userId, { n: QUESTIONS, deny: unknown }, positionOf(userId), signal),
  });

export const opinionsQuery = (userId: string) =>
  queryOptions({
    queryKey: personKeys.opinions(userId),
    queryFn: ({ signal }) => routes.getOwnOpinions(userId, positionOf(userId), signal),
    staleTime: 5 * MINUTE,
  });

/** The rating the person would give; null where no model serves or the film is not one to recommend to them. */
export const predictionQuery = (userId: string, movieId: number) =>
  queryOptions({
    queryKey: personKeys.prediction(userId, movieId),
    queryFn: async ({ signal }) => {
      const { items } = await routes.getPrediction(userId, movieId, positionOf(userId), signal);
      return items.find((item) => item.movieId === movieId) ?? null;
    },
  });

/** How many ratings an explanation names. */
const NAMED = 6;

export const explanationQuery = (userId: string, movieId: number, without: readonly number[]) =>
  queryOptions({
    queryKey: [...personKeys.explanations(userId), movieId, ...without],
    queryFn: ({ signal }) =>
      routes.getExplanation(userId, movieId, { without, contributions: NAMED }, positionOf(userId), signal),
  });

export const togetherQuery = (
  userId: string,
  { others, rule }: { others: readonly string[]; rule: string },
) =>
  queryOptions({
    queryKey: ['person', userId, 'together', rule, ...others],
    queryFn: ({ signal }) => routes.getTogether(userId, { others, rule }, positionOf(userId), signal),
    enabled: others.length > 0,
  });

export const movieQuery = (movieId: number) =>
  queryOptions({
    queryKey: ['movie', movieId],
    queryFn: ({ signal }) => routes.getMovie(movieId, signal),
    staleTime: 5 * MINUTE,
  });

export const similarQuery = (movieId: number) =>
  queryOptions({
    queryKey: ['similar', movieId],
    queryFn: ({ signal }) => routes.getSimilar(movieId, signal),
    staleTime: 5 * MINUTE,
  });

export const suggestionsQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['suggestions', prefix],
    queryFn: ({ signal }) => routes.getSuggestions(prefix, signal),
    enabled: prefix !== '',
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });

export const searchQuery = (search: routes.MovieSearch) =>
  infiniteQueryOptions({
    queryKey: ['search', search],
    queryFn: ({ pageParam, signal }) => routes.getMovies(search, pageParam, signal),
    initialPageParam: 1,
    getNextPageParam: ({ page, total_pages }) => (page < total_pages ? page + 1 : null),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
