/** The route of films for several people. */
import { randomUUID } from 'node:crypto';
import type { ApiContext, App } from '../app.ts';
import { readUserId, userIdInPath } from '../identify.ts';
import { personToRecommend } from '../person-to-recommend.ts';
import { UserPathSchema } from '../schemas/parameters.ts';
import { TogetherAnswerSchema, TogetherQuerySchema } from '../schemas/together.ts';

const DEFAULT_N = 10;
const DEFAULT_RULE = 'least-misery';

export function togetherRoutes(app: App, context: ApiContext): void {
  const { recommender, pseudonymiser } = context;
  app.get(
    '/api/recommendations/users/:userId/together',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'recommendTogether',
        summary: 'Films for several people at once',
        description:
          'What suits all of them, none that one has rated or set aside; each film with what each would give it, and whose reasons speak for it.',
        tags: ['recommendations'],
        params: UserPathSchema,
        querystring: TogetherQuerySchema,
        response: { 200: TogetherAnswerSchema },
      },
    },
    async ({ params, query }) => {
      const others = query.with.map((userId) => readUserId(userId, { in: 'query', pointer: '/with' }));
      const userIds = [...new Set([userIdInPath(params), ...others])];
      const people = await Promise.all(
        userIds.map(async (id) => personToRecommend(context, pseudonymiser.pseudonymise(id))),
      );
      const rule = query.rule ?? DEFAULT_RULE;
      const { modelVersion, films } = recommender.forSeveral(people, { n: query.n ?? DEFAULT_N, rule });
      return {
        recommendationId: randomUUID(),
        userIds,
        modelVersion,
        rule,
        items: films.map(({ movie, score, people: each }, index) => ({
          position: index + 1,
          movieId: movie.movieId,
          title: movie.title,
          genres: movie.genres,
          year: movie.year,
          score,
          people: each.map((person, place) => ({ userId: userIds[place] ?? '', ...person })),
        })),
      };
    },
  );
}
