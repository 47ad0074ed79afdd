/** Routes about the system itself: totals, what it runs on, liveness, readiness. */
import { MatineeError } from '../../domain/errors.ts';
import type { ApiContext, App } from '../app.ts';
import { readTotals } from '../read-totals.ts';
import { AfterQuerySchema } from '../schemas/parameters.ts';
import {
  AboutAnswerSchema,
  HealthAnswerSchema,
  ReadyAnswerSchema,
  TotalsAnswerSchema,
} from '../schemas/status.ts';

export function statusRoutes(app: App, context: ApiContext): void {
  const { recommender } = context;

  app.get(
    '/api/stats/totals',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getTotals',
        summary: 'How much there is',
        tags: ['statistics'],
        querystring: AfterQuerySchema,
        response: { 200: TotalsAnswerSchema },
      },
    },
    async () => readTotals(context),
  );

  app.get(
    '/api/about',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getAbout',
        summary: 'What this is, and which data it runs on',
        tags: ['statistics'],
        querystring: AfterQuerySchema,
        response: { 200: AboutAnswerSchema },
      },
    },
    async () => context.about,
  );

  app.get(
    '/healthz',
    {
      schema: {
        operationId: 'getHealth',
        summary: 'Whether the process lives',
        tags: ['operations'],
        response: { 200: HealthAnswerSchema },
      },
    },
    async () => ({ status: 'ok' as const }),
  );

  let drained = false;
  app.get(
    '/readyz',
    {
      schema: {
        operationId: 'getReadiness',
        summary: 'Whether it serves',
        description: '200 once a model serves and the data set has been read into the index; 503 until then.',
        tags: ['operations'],
        response: { 200: ReadyAnswerSchema },
      },
    },
    async () => {
      const modelVersion = recommender.modelVersion();
      if (modelVersion === null) throw notReady('No model serves yet');
      drained ||= await context.firstLoadDrained();
      if (!drained) throw notReady('The data set is still being read');
      return { status: 'ready' as const, modelVersion };
    },
  );
}

function notReady(reason: string): MatineeError {
  return new MatineeError('UNAVAILABLE', reason, { hint: 'Ask again in a moment.' });
}
