/** Routes of a person's rights over their data. */
import type { ApiContext, App } from '../app.ts';
import { userIdInPath } from '../identify.ts';
import { UserPathSchema } from '../schemas/parameters.ts';
import { ReceiptAnswerSchema } from '../schemas/subject.ts';

export function subjectRoutes(app: App, { subjects }: ApiContext): void {
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
    async ({ params }) => subjects.erase(userIdInPath(params)),
  );
}
