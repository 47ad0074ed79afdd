/** The route that takes apart what one film scores for a person. */
import type { ApiContext, App } from '../app.ts';
import { unknownMovie, userIdInPath } from '../identify.ts';
import { personToRecommend } from '../person-to-recommend.ts';
import { ExplanationAnswerSchema } from '../schemas/explanation.ts';
import { UserMoviePathSchema } from '../schemas/parameters.ts';
import { ExplanationQuerySchema } from '../schemas/recommendation.ts';
import { scoringOf } from '../scoring.ts';

export function explanationRoutes(app: App, context: ApiContext): void {
  const { recommender, pseudonymiser } = context;
  app.get(
    '/api/recommendations/users/:userId/movies/:movieId/explanation',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'explainToUser',
        summary: 'Why a film scores what it does for a person',
        description:
          'The score of any film, and its predicted rating, decomposed exactly over the person’s own ratings. With `without`, what they would be had some of these not been given.',
        tags: ['recommendations'],
        params: UserMoviePathSchema,
        querystring: ExplanationQuerySchema,
        response: { 200: ExplanationAnswerSchema },
      },
    },
    async ({ params, query }) => {
      const person = await personToRecommend(context, pseudonymiser.pseudonymise(userIdInPath(params)));
      const answer = recommender.explain(person, params.movieId, scoringOf(query));
      const [film] = answer?.films ?? [];
      if (answer === null || film?.explanation === undefined) throw unknownMovie(params.movieId);
      const { movieId, title, genres, year } = film.movie;
      const { score, predictedRating, ratingInterval, explanation } = film;
      return {
        userId: params.userId,
        modelVersion: answer.modelVersion,
        strategy: answer.strategy,
        ...{ movieId, title, genres, year },
        score: Number.isNaN(score) ? null : score,
        predictedRating,
        ...(ratingInterval === undefined ? {} : { ratingInterval }),
        explanation,
      };
    },
  );
}
