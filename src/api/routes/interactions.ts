/** The route of interactions: views, clicks, likes, and what else people do with films besides rating them. */
import { parseUserId } from '../../domain/ids.ts';
import { formatPosition } from '../../domain/position.ts';
import { acceptedBatch } from '../accepted-batch.ts';
import type { ApiContext, App } from '../app.ts';
import { BAD_USER_ID, knownMovie, readUserId, userIdInPath } from '../identify.ts';
import type { NewInteraction } from '../intake.ts';
import { ownOpinions } from '../own-opinions.ts';
import { pageOf } from '../paging.ts';
import { InvalidRequest } from '../problem.ts';
import {
  InteractionBatchRequestSchema,
  type InteractionRequest,
  InteractionRequestSchema,
  OwnOpinionsAnswerSchema,
} from '../schemas/interaction.ts';
import { PageQuerySchema, UserPathSchema } from '../schemas/parameters.ts';
import type { FieldError } from '../schemas/problem.ts';
import { AcceptedAnswerSchema, AcceptedBatchAnswerSchema } from '../schemas/rating.ts';

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
      const position = formatPosition(await context.intake.interact([{ ...body, userId }]));
      return reply.code(202).send({ position });
    },
  );

  app.post(
    '/api/interactions/batch',
    {
      schema: {
        operationId: 'interactMany',
        summary: 'Say up to 1,000 such things at once',
        description:
          'All or nothing: one that is not valid refuses the batch, naming each by its index. Made for what was seen on a page (`impression`).',
        tags: ['interactions'],
        body: InteractionBatchRequestSchema,
        response: { 202: AcceptedBatchAnswerSchema },
      },
    },
    async ({ body }, reply) => {
      const positions = await context.intake.interact(await checkBatch(context, body));
      return reply.code(202).send(acceptedBatch(positions));
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

/** Each with its person; `InvalidRequest` names all that cannot be taken. */
async function checkBatch(
  { recommender }: ApiContext,
  batch: readonly InteractionRequest[],
): Promise<NewInteraction[]> {
  const movies = await Promise.all(batch.map(({ movieId }) => recommender.movie(movieId)));
  const faults: FieldError[] = [];
  const interactions = batch.flatMap((interaction, index) => {
    const userId = parseUserId(interaction.userId);
    if (userId === null) faults.push({ in: 'body', pointer: `/${index}/userId`, detail: BAD_USER_ID });
    if (movies[index] == null) {
      faults.push({ in: 'body', pointer: `/${index}/movieId`, detail: 'is no film here' });
    }
    return userId === null ? [] : [{ ...interaction, userId }];
  });
  if (faults.length > 0) throw new InvalidRequest(faults);
  return interactions;
}
