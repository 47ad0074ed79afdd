/** Ratings: accepting them, taking them back, and a person's own. */
import { type Static, Type } from 'typebox';
import { RatingRequestSchema } from '../../domain/rating.ts';
import { movieFields } from './movie.ts';

export const MAX_BATCH = 1_000;

export { RatingRequestSchema };

export const RatingBatchRequestSchema = Type.Array(RatingRequestSchema, { minItems: 1, maxItems: MAX_BATCH });

export const AcceptedAnswerSchema = Type.Object({
  position: Type.String({
    description: 'Where the stream keeps it durably: give it as `after` to see it in an answer.',
  }),
});
/** 202 of everything that goes into the stream. */
export type AcceptedAnswer = Static<typeof AcceptedAnswerSchema>;

/** 202 of `POST /api/ratings/batch`. */
export const AcceptedBatchAnswerSchema = Type.Object({
  position: Type.String({ description: 'After all of them: give it as `after`.' }),
  accepted: Type.Integer(),
  results: Type.Array(Type.Object({ index: Type.Integer(), position: Type.String() }), {
    description: 'One for each rating, in the order sent.',
  }),
});

export const OwnRatingsAnswerSchema = Type.Object({
  userId: Type.String(),
  page: Type.Integer(),
  per_page: Type.Integer(),
  total: Type.Integer(),
  total_pages: Type.Integer(),
  results: Type.Array(
    Type.Object({
      ...movieFields,
      rating: Type.Number(),
      timestamp: Type.Integer({ description: 'Epoch seconds.' }),
    }),
    { description: 'Latest first.' },
  ),
});
/** `GET /api/users/{userId}/ratings`. */
export type OwnRatingsAnswer = Static<typeof OwnRatingsAnswerSchema>;
export type AcceptedBatchAnswer = Static<typeof AcceptedBatchAnswerSchema>;
