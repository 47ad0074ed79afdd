/** The route of interactions: views, clicks, likes, and what else people do with films besides rating them. */
import { formatPosition } from '../../domain/position.ts';
import type { ApiContext, App } from '../app.ts';
import { knownMovie, readUserId, userIdInPath } from '../identify.ts';
import { ownOpinions } from '../own-opinions.ts';
import { pageOf } from '../paging.ts';
import { InteractionRequestSchema, OwnOpinionsAnswerSchema } from '../schemas/interaction.ts';
import { PageQuerySchema, UserPathSchema } from '../schemas/parameters.ts';
import { AcceptedAnswerSchema } from '../schemas/rating.ts';

export function interactionRoutes(app: App, context: ApiContext): void {
  app.post(
    '/api/interactions',
    {
      schema: {
        operationId: 'interact',
        summary: 'Say what a person did with a film',
        description:
          'Accepted once the stream has it durably. A film disliked or hidden is not recommended to them any more, until they like it or say `neutral`; `unwatchlist` takes it off their watchlist.',
        tags: ['interactions'],
        body: InteractionRequestSchema,
        response: { 202: AcceptedAnswerSchema },
      },
    },
    async ({ body }, reply) => {
      const userId = readUserId(body.userId, { in: 'body', pointer: '/userId' });
      await knownMovie(context, body.movieId);
      const position = formatPosition(await context.intake.interact({ ...body, userId }));
      return reply.code(202).send({ position });
    },
  );

  app.get(
    '/api/users/:userId/opinions',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'ownOpinions',
        summary: 'What a person likes, dislikes, hides and wants to watch, latest first',
        description: 'One entry for each film of which something stands: what was taken back is not there.',
        tags: ['interactions'],
        params: UserPathSchema,
        querystring: PageQuerySchema,
        response: { 200: OwnOpinionsAnswerSchema },
      },
    },
    async ({ params, query }) => ({
      userId: params.userId,
      ...(await ownOpinions(context, userIdInPath(params), pageOf(query))),
    }),
  );
}
