/** Routes for whoever runs the system: metrics, and the state of the flow. */
import { Type } from 'typebox';
import type { ApiContext, App } from '../app.ts';
import { FlowAnswerSchema } from '../schemas/flow.ts';
import { AfterQuerySchema } from '../schemas/parameters.ts';
import { QualityAnswerSchema } from '../schemas/quality.ts';

function readProcess() {
  const { rss, heapUsed } = process.memoryUsage();
  return { uptimeSeconds: process.uptime(), residentBytes: rss, heapBytes: heapUsed };
}

export function operationRoutes(app: App, { metrics, readFlow, readQuality }: ApiContext): void {
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'getMetrics',
        summary: 'Metrics of this process and of the flow',
        description:
          'In the text format of Prometheus. Nobody is in it: routes are patterns, counts are totals.',
        tags: ['operations'],
        produces: ['text/plain'],
        response: { 200: { content: { 'text/plain': { schema: Type.String() } } } },
      },
    },
    async (_request, reply) => {
      const { contentType, text } = await metrics.render();
      return reply.type(contentType).send(text);
    },
  );

  app.get(
    '/api/admin/flow',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getFlow',
        summary: 'The flow now: partitions and lag, documents, dead letters, the model that serves',
        tags: ['operations'],
        querystring: AfterQuerySchema,
        response: { 200: FlowAnswerSchema },
      },
    },
    async () => ({ ...(await readFlow()), process: readProcess() }),
  );

  app.get(
    '/api/admin/quality',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getQuality',
        summary: 'The quality of the data: every rule of docs/quality.md, measured over the whole index',
        tags: ['operations'],
        querystring: AfterQuerySchema,
        response: { 200: QualityAnswerSchema },
      },
    },
    async () => readQuality(),
  );
}
