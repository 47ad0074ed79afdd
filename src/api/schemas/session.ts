/** Who is signed in, and how one signs in. */
import { type Static, Type } from 'typebox';

export const SIGN_IN_METHODS = ['password', 'oidc'] as const;

export const SessionAnswerSchema = Type.Object({
  required: Type.Boolean({
    description: 'Whether one has to sign in; false in the demonstration, where anybody may act as anybody.',
  }),
  methods: Type.Array(Type.Enum(SIGN_IN_METHODS), { description: 'How one can sign in.' }),
  signedIn: Type.Union(
    [
      Type.Object({
        userId: Type.Union([Type.String(), Type.Null()], {
          description: 'The person they are; null for somebody who only works here.',
        }),
        roles: Type.Array(Type.String()),
      }),
      Type.Null(),
    ],
    { description: 'Who is signed in; null where nobody is.' },
  ),
});
export type SessionAnswer = Static<typeof SessionAnswerSchema>;

export const SignInRequestSchema = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 128, description: 'The name of the account.' }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  { additionalProperties: false },
);
