/** Routes of a person's rights over their data. */
import type { ApiContext, App } from '../app.ts';
import { exportSubject } from '../export-subject.ts';
import { userIdInPath } from '../identify.ts';
import { AfterQuerySchema, UserPathSchema } from '../schemas/parameters.ts';
import { ReceiptAnswerSchema, SubjectAnswerSchema } from '../schemas/subject.ts';

export function subjectRoutes(app: App, context: ApiContext): void {
  app.get(
    '/api/subjects/:userId',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'exportSubject',
        summary: 'Everything held about a person',
        description:
          'Their fields, ratings and interactions, and what is inferred of them: favourite genres, and what they would be shown with each score taken apart.',
        tags: ['subjects'],
        params: UserPathSchema,
        querystring: AfterQuerySchema,
        response: { 200: SubjectAnswerSchema },
      },
    },
    async ({ params }) => exportSubject(context, userIdInPath(params)),
  );

  app.delete(
    '/api/subjects/:userId',
    {
      schema: {
        operationId: 'eraseSubject',
        summary: 'Erase a person',
        description:
          'Destroys the key of their records, takes them out of the index, and trains the models again without them. Answers with the signed receipt once all is done; a second time with the same.',
        tags: ['subjects'],
        params: UserPathSchema,
        response: { 200: ReceiptAnswerSchema },
      },
    },
    async ({ params }) => context.subjects.erase(userIdInPath(params)),
  );
}
