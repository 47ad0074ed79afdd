/** What a person does with a film besides rating it, and the records of topic `interactions`. */
import { type Static, Type } from 'typebox';
import { INTERACTION_TYPES } from './closed-words.ts';
import { MAX_MOVIE_ID } from './ids.ts';
import { PersonSchema } from './person.ts';
import { SCHEMA_VERSION } from './rating.ts';

export type InteractionType = (typeof INTERACTION_TYPES)[number];

/** Interactions that say whether a person wants to see a film; of several the latest counts. */
export const VERDICT_TYPES = [
  'like',
  'neutral',
  'dislike',
  'hide',
] as const satisfies readonly InteractionType[];
export type VerdictType = (typeof VERDICT_TYPES)[number];

/** Interactions that say something of a film, or take it back. That it was shown, an impression, does not. */
export const FEEDBACK_TYPES = [
  ...VERDICT_TYPES,
  'watchlist',
  'unwatchlist',
  'click',
  'view',
] as const satisfies readonly InteractionType[];

/** What can count for a film or against it. */
export type FeedbackKind = Exclude<(typeof FEEDBACK_TYPES)[number], 'neutral' | 'unwatchlist'>;

const InteractionTypeSchema = Type.Enum(INTERACTION_TYPES);
const EpochMilliseconds = Type.Integer({ minimum: 0, maximum: 7_258_118_400_000 });

const attribution = {
  /** The answer that showed the film, where one did. */
  recommendationId: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  /** The film's place in that answer, from 1. */
  position: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
};

/** A film was seen, clicked, liked, …: `id` makes a record delivered twice count once. */
export const InteractionRecordSchema = Type.Object(
  {
    schemaVersion: Type.Literal(SCHEMA_VERSION),
    kind: Type.Literal('interaction'),
    id: Type.String({ minLength: 1, maxLength: 64 }),
    user: PersonSchema,
    movieId: Type.Integer({ minimum: 1, maximum: MAX_MOVIE_ID }),
    type: InteractionTypeSchema,
    eventTime: EpochMilliseconds,
    ...attribution,
  },
  { additionalProperties: false },
);
export type InteractionRecord = Static<typeof InteractionRecordSchema>;

/** A person was added, or said something of themselves (`POST /api/users`). */
export const ProfileRecordSchema = Type.Object(
  {
    schemaVersion: Type.Literal(SCHEMA_VERSION),
    kind: Type.Literal('profile'),
    user: PersonSchema,
    eventTime: EpochMilliseconds,
  },
  { additionalProperties: false },
);
export type ProfileRecord = Static<typeof ProfileRecordSchema>;

/** Everything topic `interactions` may hold, told apart by `kind`. */
export const InteractionTopicSchema = Type.Union([InteractionRecordSchema, ProfileRecordSchema]);

/** A document of `index_interactions`. */
export interface InteractionDocument {
  id: string;
  user: Static<typeof PersonSchema>;
  movieId: number;
  type: InteractionType;
  /** Epoch milliseconds. */
  eventTime: number;
  recommendationId?: string;
  position?: number;
}

/** The body of `POST /api/interactions`. */
export const InteractionRequestSchema = Type.Object(
  {
    userId: Type.Union([Type.String({ minLength: 1, maxLength: 128 }), Type.Integer()]),
    movieId: Type.Integer({ minimum: 1, maximum: MAX_MOVIE_ID }),
    type: InteractionTypeSchema,
    ...attribution,
  },
  { additionalProperties: false },
);
