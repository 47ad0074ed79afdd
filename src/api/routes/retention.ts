/** Routes of the retention: what would go now, and letting it go. */
import type { ApiContext, App } from '../app.ts';
import { AfterQuerySchema } from '../schemas/parameters.ts';
import { RetentionAnswerSchema } from '../schemas/retention.ts';

export function retentionRoutes(app: App, { retention }: ApiContext): void {
  app.get(
    '/api/admin/retention',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'previewRetention',
        summary: 'What is older than it may be, and would go now',
        tags: ['operations'],
        querystring: AfterQuerySchema,
        response: { 200: RetentionAnswerSchema },
      },
    },
    async () => retention.preview(),
  );

  app.post(
    '/api/admin/retention',
    {
      schema: {
        operationId: 'runRetention',
        summary: 'Drop what is older than it may be',
        description:
          'From the stream and the index. What went is kept as a proof, whose digest is in the audit log. Doing it again drops nothing more.',
        tags: ['operations'],
        response: { 200: RetentionAnswerSchema },
      },
    },
    async () => retention.run(),
  );
}
