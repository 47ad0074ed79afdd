/** Routes by which a person forbids what is done with their data, allows it again, and has it put right. */
import { MatineeError } from '../../domain/errors.ts';
import { formatPosition } from '../../domain/position.ts';
import type { Processing } from '../../governance/processing/processing.ts';
import type { ApiContext, App } from '../app.ts';
import { userIdInPath } from '../identify.ts';
import { rectifySubject } from '../rectify-subject.ts';
import { UserPathSchema } from '../schemas/parameters.ts';
import { AcceptedAnswerSchema } from '../schemas/rating.ts';
import { ProcessingAnswerSchema, RectificationRequestSchema } from '../schemas/subject.ts';

interface Limit {
  method: 'POST' | 'DELETE';
  path: 'restriction' | 'objection';
  operationId: string;
  summary: string;
  change: Partial<Processing>;
}

const LIMITS: readonly Limit[] = [
  {
    method: 'POST',
    path: 'restriction',
    operationId: 'restrictSubject',
    summary: 'Only store what is held about a person (GDPR, Article 18)',
    change: { restricted: true },
  },
  {
    method: 'DELETE',
    path: 'restriction',
    operationId: 'liftRestriction',
    summary: 'Lift a restriction',
    change: { restricted: false },
  },
  {
    method: 'POST',
    path: 'objection',
    operationId: 'objectToProfiling',
    summary: 'Stop profiling a person (Article 21)',
    change: { profiling: false },
  },
  {
    method: 'DELETE',
    path: 'objection',
    operationId: 'allowProfiling',
    summary: 'Profile a person again, who consents to it',
    change: { profiling: true },
  },
];

const LIMIT_DESCRIPTION =
  'Restricted, nothing is taken in of them and nothing used; without profiling, recommendations are not personal, what they look at is not collected, and no later model learns from them. Takes effect at once, in every process.';

export function subjectProcessingRoutes(app: App, context: ApiContext): void {
  for (const { method, path, operationId, summary, change } of LIMITS) {
    app.route({
      method,
      url: `/api/subjects/:userId/${path}`,
      schema: {
        operationId,
        summary,
        description: LIMIT_DESCRIPTION,
        tags: ['subjects'],
        params: UserPathSchema,
        response: { 200: ProcessingAnswerSchema },
      },
      handler: async ({ params }) => context.subjects.limit(userIdInPath(params), change),
    });
  }

  app.post(
    '/api/subjects/:userId/rectification',
    {
      schema: {
        operationId: 'rectifySubject',
        summary: 'Put right what is held about a person (Article 16)',
        description: 'Fields that are not named stay as they are; a rating of null is taken back.',
        tags: ['subjects'],
        params: UserPathSchema,
        body: RectificationRequestSchema,
        response: { 202: AcceptedAnswerSchema },
      },
    },
    async ({ params, body }, reply) => {
      const positions = await rectifySubject(context, userIdInPath(params), body);
      if (positions.length === 0) throw nothingNamed();
      return reply.code(202).send({ position: formatPosition(positions) });
    },
  );
}

function nothingNamed(): MatineeError {
  return new MatineeError('BAD_INPUT', 'Nothing is named that should be put right', {
    hint: 'Name a field of `profile`, or `ratings`.',
  });
}
