/** What the routes of data subjects answer. */
import { type Static, Type } from 'typebox';
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import { PersonSchema } from '../../domain/person.ts';
import { RatingRequestSchema } from '../../domain/rating.ts';
import { NullableNumber, NullableString } from './nullable.ts';
import { RecommendedItemSchema } from './recommendation.ts';

const Count = Type.Integer({ minimum: 0 });

/** The receipt of an erasure, as `receipt verify` takes it. */
export const ReceiptAnswerSchema = Type.Object({
  type: Type.Literal('matinee-erasure-receipt'),
  version: Type.Literal(1),
  subject: Type.String({ description: 'A digest that only the home can tell whose it is.' }),
  requestedAt: Type.String(),
  completedAt: Type.String(),
  ordinal: Type.Integer({ minimum: 1 }),
  stream: Type.Object({ encrypted: Type.Boolean(), keyDestroyed: Type.Boolean() }),
  documents: Type.Object({ ratings: Count, interactions: Count, users: Count }),
  models: Type.Object({
    trained: Type.Union([Type.String(), Type.Null()]),
    removed: Type.Array(Type.String()),
  }),
  publicKey: Type.String(),
  signature: Type.String(),
});

/** What may be done with what is held of a person. */
export const ProcessingAnswerSchema = Type.Object({
  profiling: Type.Boolean({
    description: 'Whether recommendations may be personal, and models learn from them.',
  }),
  restricted: Type.Boolean({ description: 'Whether what is held is only stored.' }),
});
export type ProcessingAnswer = Static<typeof ProcessingAnswerSchema>;

/** The body of `POST /api/subjects/{userId}/rectification`. */
export const RectificationRequestSchema = Type.Object(
  {
    profile: Type.Optional(
      Type.Object(
        {
          ageBand: Type.Optional(PersonSchema.properties.ageBand),
          gender: Type.Optional(PersonSchema.properties.gender),
          occupation: Type.Optional(PersonSchema.properties.occupation),
        },
        { additionalProperties: false },
      ),
    ),
    ratings: Type.Optional(
      Type.Array(
        Type.Object(
          {
            movieId: Type.Integer({ minimum: 1, maximum: MAX_MOVIE_ID }),
            rating: Type.Union([RatingRequestSchema.properties.rating, Type.Null()]),
          },
          { additionalProperties: false },
        ),
        { maxItems: 1_000 },
      ),
    ),
  },
  { additionalProperties: false },
);
export type RectificationRequest = Static<typeof RectificationRequestSchema>;

/** Everything that is held about a person, and what is inferred of them. */
export const SubjectAnswerSchema = Type.Object({
  userId: Type.String(),
  pseudonym: Type.String({ description: 'What stands for them behind the API.' }),
  exportedAt: Type.String({ description: 'ISO 8601, UTC.' }),
  profile: Type.Object({
    ageBand: NullableString('The band their age lies in; the age itself is not kept.'),
    gender: NullableString('As given.'),
    occupation: NullableString('As given.'),
  }),
  processing: ProcessingAnswerSchema,
  ratings: Type.Array(
    Type.Object({
      movieId: Type.Integer(),
      title: Type.String(),
      rating: NullableNumber('Null of a rating taken back, of which that alone is kept.'),
      ratedAt: Type.String({ description: 'ISO 8601, UTC.' }),
    }),
    { description: 'Latest first.' },
  ),
  interactions: Type.Array(
    Type.Object({
      id: Type.String(),
      type: Type.String(),
      movieId: Type.Integer(),
      title: Type.String(),
      at: Type.String({ description: 'ISO 8601, UTC.' }),
      recommendationId: Type.Optional(Type.String()),
      position: Type.Optional(Type.Integer()),
    }),
    { description: 'Latest first.' },
  ),
  inferred: Type.Object({
    favouriteGenres: Type.Array(Type.String(), { description: 'Read off their ratings, most loved first.' }),
    strategy: Type.String({ description: '`popular` when nothing personal goes into recommendations.' }),
    modelVersion: NullableString('The version that would recommend now.'),
    recommendations: Type.Array(RecommendedItemSchema, {
      description: 'What they would be shown now, each score taken apart over what they did.',
    }),
  }),
});
export type SubjectAnswer = Static<typeof SubjectAnswerSchema>;
