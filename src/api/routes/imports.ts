/** The route that reads a history from elsewhere. It keeps nothing: ratings are sent once the person has confirmed them. */
import type { ApiContext, App } from '../app.ts';
import { matchHistory } from '../imports/match-history.ts';
import { ImportAnswerSchema, ImportRequestSchema } from '../schemas/import.ts';

/** The longest file, each of its characters escaped. */
const BODY_LIMIT_BYTES = 12 * 1_024 * 1_024;

export function importRoutes(app: App, { recommender, about }: ApiContext): void {
  app.post(
    '/api/imports',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        operationId: 'readHistory',
        summary: 'Read a history that Letterboxd or IMDb exported',
        description:
          'Finds the films of an exported file, by title and year. Nothing is kept: send what the person confirms to `/api/ratings/batch`.',
        tags: ['ratings'],
        body: ImportRequestSchema,
        response: { 200: ImportAnswerSchema },
      },
    },
    async ({ body }) => matchHistory(body.csv, recommender.catalogue(), about.ratingScale),
  );
}
