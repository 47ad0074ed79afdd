/** What people do with films besides rating them, and what stands of it. */
import { type Static, Type } from 'typebox';
import { InteractionRequestSchema } from '../../domain/interaction.ts';
import { movieFields } from './movie.ts';
import { MAX_BATCH } from './rating.ts';

export { InteractionRequestSchema };
export const InteractionBatchRequestSchema = Type.Array(InteractionRequestSchema, {
  minItems: 1,
  maxItems: MAX_BATCH,
});
/** The body of `POST /api/interactions`. */
export type InteractionRequest = Static<typeof InteractionRequestSchema>;

const VERDICTS = ['like', 'dislike', 'hide', 'none'] as const;

export const OwnOpinionsAnswerSchema = Type.Object({
  userId: Type.String(),
  page: Type.Integer(),
  per_page: Type.Integer(),
  total: Type.Integer(),
  total_pages: Type.Integer(),
  results: Type.Array(
    Type.Object({
      ...movieFields,
      verdict: Type.Enum(VERDICTS, { description: 'The latest of like, dislike and hide that stands.' }),
      watchlist: Type.Boolean({ description: 'Whether they want to watch it.' }),
      timestamp: Type.Integer({ description: 'When they last said so, in epoch seconds.' }),
    }),
  ),
});
/** `GET /api/users/{userId}/opinions`. */
export type OwnOpinionsAnswer = Static<typeof OwnOpinionsAnswerSchema>;
