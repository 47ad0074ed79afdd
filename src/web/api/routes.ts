/** The routes of the API that the page uses, each a typed function. */
import type { ExplanationAnswer } from '../../api/schemas/explanation.ts';
import type { ImportAnswer } from '../../api/schemas/import.ts';
import type { InteractionRequest, OwnOpinionsAnswer } from '../../api/schemas/interaction.ts';
import type { MovieAnswer, MovieSearchAnswer, SuggestAnswer } from '../../api/schemas/movie.ts';
import type { NewUserAnswer, ProfilesAnswer } from '../../api/schemas/person.ts';
import type { AcceptedAnswer, AcceptedBatchAnswer, OwnRatingsAnswer } from '../../api/schemas/rating.ts';
import type {
  MovieRecommendationAnswer,
  QuestionsAnswer,
  RowsAnswer,
  UserRecommendationAnswer,
} from '../../api/schemas/recommendation.ts';
import type { SessionAnswer } from '../../api/schemas/session.ts';
import type { AboutAnswer } from '../../api/schemas/status.ts';
import type { TogetherAnswer } from '../../api/schemas/together.ts';
import type { Steering } from '../taste/steering.ts';
import { request } from './http.ts';

const PER_PAGE = 100;

const person = (userId: string) => encodeURIComponent(userId);

export const getSession = (signal: AbortSignal) => request<SessionAnswer>('/api/session', { signal });

/** Signs in with a name and a password. */
export const postSession = (body: { name: string; password: string }) =>
  request<SessionAnswer>('/api/session', { method: 'POST', body });

export const deleteSession = () => request<SessionAnswer>('/api/session', { method: 'DELETE' });

export const getAbout = (signal: AbortSignal) => request<AboutAnswer>('/api/about', { signal });

export const getProfiles = (page: number, perPage: number, signal: AbortSignal) =>
  request<ProfilesAnswer>('/api/profiles', { query: { page, per_page: perPage }, signal });

export const postUser = () => request<NewUserAnswer>('/api/users', { method: 'POST', body: {} });

/** Rows as the person steers them; what they do not steer is not asked for. */
export const getRows = (
  userId: string,
  { popularity, novelty, diversity, era }: Steering,
  after: string | null,
  signal: AbortSignal,
) =>
  request<RowsAnswer>(`/api/recommendations/users/${person(userId)}/rows`, {
    query: {
      n: 16,
      popularity: popularity || null,
      novelty: novelty || null,
      diversity: diversity || null,
      era,
      after,
    },
    signal,
  });

/** The rating this person would give to one film: the list of recommendations, allowed that film only. */
export const getPrediction = (userId: string, movieId: number, after: string | null, signal: AbortSignal) =>
  request<UserRecommendationAnswer>(`/api/recommendations/users/${person(userId)}`, {
    query: { n: 1, allow: String(movieId), after },
    signal,
  });

export const getQuestions = (
  userId: string,
  { n, deny }: { n: number; deny: readonly number[] },
  after: string | null,
  signal: AbortSignal,
) =>
  request<QuestionsAnswer>(`/api/recommendations/users/${person(userId)}/questions`, {
    query: { n, deny: deny.join(','), after },
    signal,
  });

export const getTogether = (
  userId: string,
  { others, rule }: { others: readonly string[]; rule: string },
  after: string | null,
  signal: AbortSignal,
) =>
  request<TogetherAnswer>(`/api/recommendations/users/${person(userId)}/together`, {
    query: { with: others, rule, n: 12, after },
    signal,
  });

/** What a film scores for a person, taken apart over their ratings, as if they had not rated those of `without`. */
export const getExplanation = (
  userId: string,
  movieId: number,
  { without, contributions }: { without: readonly number[]; contributions: number },
  after: string | null,
  signal: AbortSignal,
) =>
  request<ExplanationAnswer>(`/api/recommendations/users/${person(userId)}/movies/${movieId}/explanation`, {
    query: { contributions, without: without.join(','), after },
    signal,
  });

export const getMovie = (movieId: number, signal: AbortSignal) =>
  request<MovieAnswer>(`/api/movies/${movieId}`, { signal });

export const getSimilar = (movieId: number, signal: AbortSignal) =>
  request<MovieRecommendationAnswer>(`/api/recommendations/movies/${movieId}`, { query: { n: 16 }, signal });

export const getSuggestions = (prefix: string, signal: AbortSignal) =>
  request<SuggestAnswer>('/api/movies/suggest', { query: { prefix, limit: 7 }, signal });

export interface MovieSearch {
  query: string;
  genre: string;
  fromYear: string;
  toYear: string;
}

export const getMovies = (
  { query, genre, fromYear, toYear }: MovieSearch,
  page: number,
  signal: AbortSignal,
) =>
  request<MovieSearchAnswer>('/api/movies', {
    query: { query, genre, from_year: fromYear, to_year: toYear, page, per_page: 40 },
    signal,
  });

/** All of a person's ratings, latest first. */
export const getOwnRatings = (userId: string, after: string | null, signal: AbortSignal) =>
  allPages((page) =>
    request<OwnRatingsAnswer>(`/api/users/${person(userId)}/ratings`, {
      query: { page, per_page: PER_PAGE, after },
      signal,
    }),
  );

/** All that stands of what a person thinks of films besides rating them, latest first. */
export const getOwnOpinions = (userId: string, after: string | null, signal: AbortSignal) =>
  allPages((page) =>
    request<OwnOpinionsAnswer>(`/api/users/${person(userId)}/opinions`, {
      query: { page, per_page: PER_PAGE, after },
      signal,
    }),
  );

async function allPages<Result>(
  page: (number: number) => Promise<{ total_pages: number; results: Result[] }>,
): Promise<Result[]> {
  const first = await page(1);
  const others = await Promise.all(
    Array.from({ length: Math.max(0, first.total_pages - 1) }, (_, index) => page(index + 2)),
  );
  return [first, ...others].flatMap(({ results }) => results);
}

export const postRating = (userId: string, movieId: number, rating: number) =>
  request<AcceptedAnswer>('/api/ratings', { method: 'POST', body: { userId, movieId, rating } });

/** As many as the API takes at once. */
const BATCH = 1_000;

/** Rates many films; the position after the last of them, null where there is none. */
export async function postRatings(
  userId: string,
  ratings: readonly { movieId: number; rating: number }[],
): Promise<string | null> {
  let position: string | null = null;
  for (let start = 0; start < ratings.length; start += BATCH) {
    const batch = ratings.slice(start, start + BATCH).map((rating) => ({ userId, ...rating }));
    const answer = await request<AcceptedBatchAnswer>('/api/ratings/batch', { method: 'POST', body: batch });
    position = answer.position;
  }
  return position;
}

/** What an exported file of ratings holds; nothing of it is kept. */
export const postImport = (csv: string) =>
  request<ImportAnswer>('/api/imports', { method: 'POST', body: { csv } });

export const deleteRating = (userId: string, movieId: number) =>
  request<AcceptedAnswer>(`/api/users/${person(userId)}/ratings/${movieId}`, { method: 'DELETE' });

export const postInteraction = (interaction: InteractionRequest) =>
  request<AcceptedAnswer>('/api/interactions', { method: 'POST', body: interaction, keepalive: true });

/** Several at once, which may outlive the page. */
export const postInteractions = (interactions: InteractionRequest[]) =>
  request<AcceptedBatchAnswer>('/api/interactions/batch', {
    method: 'POST',
    body: interactions,
    keepalive: true,
  });
