/** Routes of ratings: accepting them, taking them back, and a person's own. */
import type { FastifyRequest } from 'fastify';
import { parseUserId, type UserId } from '../../domain/ids.ts';
import { formatPosition } from '../../domain/position.ts';
import type { RatingRequest } from '../../domain/rating.ts';
import { acceptedBatch } from '../accepted-batch.ts';
import type { ApiContext, App } from '../app.ts';
import { BAD_USER_ID, knownMovie, userIdInPath } from '../identify.ts';
import type { NewRating } from '../intake.ts';
import { ownRatings } from '../own-ratings.ts';
import { pageOf } from '../paging.ts';
import { InvalidRequest } from '../problem.ts';
import { PageQuerySchema, UserMoviePathSchema, UserPathSchema } from '../schemas/parameters.ts';
import type { FieldError } from '../schemas/problem.ts';
import {
  AcceptedAnswerSchema,
  AcceptedBatchAnswerSchema,
  OwnRatingsAnswerSchema,
  RatingBatchRequestSchema,
  RatingRequestSchema,
} from '../schemas/rating.ts';

const IMPORTER_HINT = 'Leave `timestamp` out: the server stamps ratings. Only importers may send it.';

export function ratingRoutes(app: App, context: ApiContext): void {
  const { intake } = context;

  app.post(
    '/api/ratings',
    {
      schema: {
        operationId: 'rate',
        summary: 'Rate a film',
        description:
          'Accepted once the stream has it durably. A later rating of the same film replaces the earlier. `timestamp` is taken from importers only and refused from anybody else.',
        tags: ['ratings'],
        body: RatingRequestSchema,
        response: { 202: AcceptedAnswerSchema },
      },
    },
    async (request, reply) => {
      const faults: FieldError[] = [];
      const userId = readRater(request, request.body, { pointer: '', faults });
      if (userId === null || faults.length > 0) throw refusal(faults);
      const movie = await knownMovie(context, request.body.movieId);
      const position = formatPosition(await intake.rate([{ ...request.body, userId, movie }]));
      return reply.code(202).send({ position });
    },
  );

  app.post(
    '/api/ratings/batch',
    {
      schema: {
        operationId: 'rateMany',
        summary: 'Rate up to 1,000 films at once',
        description:
          'All or nothing: one rating that is not valid refuses the batch, naming each by its index.',
        tags: ['ratings'],
        body: RatingBatchRequestSchema,
        response: { 202: AcceptedBatchAnswerSchema },
      },
    },
    async (request, reply) => {
      const positions = await intake.rate(await checkBatch(context, request, request.body));
      return reply.code(202).send(acceptedBatch(positions));
    },
  );

  app.delete(
    '/api/users/:userId/ratings/:movieId',
    {
      schema: {
        operationId: 'takeRatingBack',
        summary: 'Take a rating back',
        description: 'A film that was not rated is no error: afterwards it is not rated.',
        tags: ['ratings'],
        params: UserMoviePathSchema,
        response: { 202: AcceptedAnswerSchema },
      },
    },
    async ({ params }, reply) => {
      const userId = userIdInPath(params);
      const movie = await knownMovie(context, params.movieId);
      const position = formatPosition(await intake.rate([{ userId, movie, rating: null }]));
      return reply.code(202).send({ position });
    },
  );

  app.get(
    '/api/users/:userId/ratings',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'ownRatings',
        summary: "A person's ratings, latest first",
        tags: ['ratings'],
        params: UserPathSchema,
        querystring: PageQuerySchema,
        response: { 200: OwnRatingsAnswerSchema },
      },
    },
    async ({ params, query }) => ({
      userId: params.userId,
      ...(await ownRatings(context, userIdInPath(params), pageOf(query))),
    }),
  );
}

/** Every rating with its film; `InvalidRequest` names all that cannot be taken. */
async function checkBatch(
  context: ApiContext,
  request: FastifyRequest,
  batch: readonly RatingRequest[],
): Promise<NewRating[]> {
  const movies = await Promise.all(batch.map(({ movieId }) => context.recommender.movie(movieId)));
  const faults: FieldError[] = [];
  const ratings = batch.flatMap((rating, index) => {
    const userId = readRater(request, rating, { pointer: `/${index}`, faults });
    const movie = movies[index] ?? null;
    if (movie === null) faults.push({ in: 'body', pointer: `/${index}/movieId`, detail: 'is no film here' });
    return movie === null || userId === null ? [] : [{ ...rating, userId, movie }];
  });
  if (faults.length > 0) throw refusal(faults);
  return ratings;
}

/** Whose rating it is, or null; what the schema cannot say of it is added to the faults. */
function readRater(
  request: FastifyRequest,
  rating: RatingRequest,
  { pointer, faults }: { pointer: string; faults: FieldError[] },
): UserId | null {
  const userId = parseUserId(rating.userId);
  if (userId === null) faults.push({ in: 'body', pointer: `${pointer}/userId`, detail: BAD_USER_ID });
  if (rating.timestamp !== undefined && request.principal?.scopes.includes('import') !== true) {
    faults.push({ in: 'body', pointer: `${pointer}/timestamp`, detail: 'is taken from importers only' });
  }
  return userId;
}

function refusal(faults: readonly FieldError[]): InvalidRequest {
  const aboutTime = faults.some(({ pointer }) => pointer.endsWith('/timestamp'));
  return new InvalidRequest(faults, aboutTime ? { hint: IMPORTER_HINT } : {});
}
