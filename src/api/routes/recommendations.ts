/** Routes of recommendations: for a person, as rows for a page, and like a film. */
import { randomUUID } from 'node:crypto';
import type { Filters } from '../../recommender/filters.ts';
import type { ApiContext, App } from '../app.ts';
import { dealFor } from '../deal.ts';
import { unknownMovie, userIdInPath } from '../identify.ts';
import { personToRecommend } from '../person-to-recommend.ts';
import { itemOf } from '../recommended-item.ts';
import { MoviePathSchema, UserPathSchema } from '../schemas/parameters.ts';
import {
  MovieRecommendationAnswerSchema,
  type MovieRecommendationQuery,
  MovieRecommendationQuerySchema,
  QuestionsAnswerSchema,
  QuestionsQuerySchema,
  RowsAnswerSchema,
  RowsQuerySchema,
  UserRecommendationAnswerSchema,
  UserRecommendationQuerySchema,
} from '../schemas/recommendation.ts';
import { choiceOf, movieIdsOf, scoringOf } from '../scoring.ts';

const DEFAULT_N = 10;
const DEFAULT_ROW_LENGTH = 12;

export function recommendationRoutes(app: App, context: ApiContext): void {
  const { recommender, pseudonymiser, experiment } = context;
  const pseudonymOf = (params: { userId: string }) => pseudonymiser.pseudonymise(userIdInPath(params));
  const personOf = (params: { userId: string }) => personToRecommend(context, pseudonymOf(params));

  app.get(
    '/api/recommendations/users/:userId',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'recommendToUser',
        summary: 'Films for a person',
        description:
          'The best films they have neither rated nor hidden. Somebody unknown gets strategy `popular`: Bayesian average × ln(1 + ratings). Films added since the model was trained come in with the next version.',
        tags: ['recommendations'],
        params: UserPathSchema,
        querystring: UserRecommendationQuerySchema,
        response: { 200: UserRecommendationAnswerSchema },
      },
    },
    async ({ params, query }) => {
      const pseudonym = pseudonymOf(params);
      const person = await personToRecommend(context, pseudonym);
      const scoring = scoringOf(query);
      const deal = dealFor(experiment, pseudonym, choiceOf(query));
      const answer = recommender.forPerson(person, {
        n: query.n ?? DEFAULT_N,
        filters: filtersOf(query),
        explain: query.explain,
        ...scoring,
        ...deal.choice,
      });
      return {
        recommendationId: deal.newId(),
        userId: params.userId,
        ...(deal.experiment && { experiment: deal.experiment }),
        modelVersion: answer.modelVersion,
        strategy: answer.strategy,
        ...(scoring.exploration === undefined ? {} : { seed: scoring.exploration.seed }),
        items: answer.films.map(itemOf),
      };
    },
  );

  app.get(
    '/api/recommendations/users/:userId/rows',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'recommendRows',
        summary: 'Rows of films for a page',
        tags: ['recommendations'],
        params: UserPathSchema,
        querystring: RowsQuerySchema,
        response: { 200: RowsAnswerSchema },
      },
    },
    async ({ params, query }) => {
      const pseudonym = pseudonymOf(params);
      const person = await personToRecommend(context, pseudonym);
      const deal = dealFor(experiment, pseudonym, choiceOf(query));
      const { rows, strategy, modelVersion } = recommender.rowsFor(
        person,
        query.n ?? DEFAULT_ROW_LENGTH,
        deal.choice,
      );
      return {
        userId: params.userId,
        ...(deal.experiment && { experiment: deal.experiment }),
        modelVersion,
        strategy,
        rows: rows.map(({ heading, films }) => ({
          recommendationId: deal.newId(),
          ...heading,
          items: films.map(itemOf),
        })),
      };
    },
  );

  app.get(
    '/api/recommendations/users/:userId/questions',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'askUser',
        summary: 'Films to ask a person about',
        description:
          'The films whose rating would say most of the person, times the chance that they know them; after each answer others. None that they have rated or set aside.',
        tags: ['recommendations'],
        params: UserPathSchema,
        querystring: QuestionsQuerySchema,
        response: { 200: QuestionsAnswerSchema },
      },
    },
    async ({ params, query }) => {
      const person = await personOf(params);
      const { strategy, films } = recommender.questionsFor(person, {
        n: query.n ?? DEFAULT_N,
        ...(query.deny === undefined ? {} : { deny: movieIdsOf(query.deny) }),
      });
      return {
        userId: params.userId,
        strategy,
        items: films.map(({ movieId, title, genres, year }) => ({ movieId, title, genres, year })),
      };
    },
  );

  app.get(
    '/api/recommendations/movies/:movieId',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'recommendSimilar',
        summary: 'Films like a film',
        description:
          'By the factors of the ranking model; strategy `content` (title words, genres, years) for a film it does not know.',
        tags: ['recommendations'],
        params: MoviePathSchema,
        querystring: MovieRecommendationQuerySchema,
        response: { 200: MovieRecommendationAnswerSchema },
      },
    },
    async ({ params, query }) => {
      const { movieId } = params;
      const answer = await recommender.similarTo(movieId, {
        n: query.n ?? DEFAULT_N,
        filters: filtersOf(query),
      });
      if (answer === null) throw unknownMovie(movieId);
      const { modelVersion, strategy, films } = answer;
      return { recommendationId: randomUUID(), movieId, modelVersion, strategy, items: films.map(itemOf) };
    },
  );
}

/** Undefined when nothing is left out, so that nothing has to be looked through. */
function filtersOf(query: MovieRecommendationQuery): Filters | undefined {
  const { genre, from_year: fromYear, to_year: toYear, allow, deny } = query;
  if ([genre, fromYear, toYear, allow, deny].every((filter) => filter === undefined)) return undefined;
  return {
    genres: genre,
    fromYear,
    toYear,
    allow: allow === undefined ? undefined : movieIdsOf(allow),
    deny: deny === undefined ? undefined : movieIdsOf(deny),
  };
}
