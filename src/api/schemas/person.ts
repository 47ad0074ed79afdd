/** People: adding one, and choosing one in the demonstration. */
import { type Static, Type } from 'typebox';
import { NullableString } from './nullable.ts';
import { UserIdInBody } from './parameters.ts';

/** The body of `POST /api/users`. */
export const NewUserRequestSchema = Type.Object(
  {
    userId: Type.Optional(UserIdInBody),
    age: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 150, description: 'In years; kept as a band of ages only.' }),
    ),
    gender: Type.Optional(Type.String({ minLength: 1, maxLength: 20 })),
    occupation: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  },
  { additionalProperties: false },
);

export const NewUserAnswerSchema = Type.Object({
  userId: Type.String({ description: 'As sent, or a new one where none was.' }),
  position: Type.String(),
});
/** 202 of `POST /api/users`. */
export type NewUserAnswer = Static<typeof NewUserAnswerSchema>;

export const ProfileSchema = Type.Object({
  userId: Type.String(),
  ageBand: NullableString('For example 25-34.'),
  gender: NullableString('As the data set has it.'),
  occupation: NullableString('As the data set has it.'),
  ratings: Type.Integer({ description: 'How many films they have rated.' }),
  favouriteGenres: Type.Array(Type.String(), { description: 'Most loved first, three at most.' }),
});
export type Profile = Static<typeof ProfileSchema>;

export const ProfilesAnswerSchema = Type.Object({
  page: Type.Integer(),
  per_page: Type.Integer(),
  total: Type.Integer(),
  total_pages: Type.Integer(),
  results: Type.Array(ProfileSchema),
});
/** `GET /api/profiles`. */
export type ProfilesAnswer = Static<typeof ProfilesAnswerSchema>;
