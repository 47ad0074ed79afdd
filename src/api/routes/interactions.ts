/** The route of interactions: views, clicks, likes, and what else people do with films besides rating them. */
import { formatPosition } from '../../domain/position.ts';
import type { ApiContext, App } from '../app.ts';
import { knownMovie, readUserId } from '../identify.ts';
import { InteractionRequestSchema } from '../schemas/interaction.ts';
import { AcceptedAnswerSchema } from '../schemas/rating.ts';

export function interactionRoutes(app: App, context: ApiContext): void {
  app.post(
    '/api/interactions',
    {
      schema: {
        operationId: 'interact',
        summary: 'Say what a person did with a film',
        description:
          'Accepted once the stream has it durably. A film disliked or hidden is not recommended to them any more, until they like it.',
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
}
