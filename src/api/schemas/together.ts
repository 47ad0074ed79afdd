/** Films for several people at once. */
import { type Static, Type } from 'typebox';
import { movieFields } from './movie.ts';
import { NullableNumber, NullableString } from './nullable.ts';
import { after, MAX_RECOMMENDATIONS, UserIdParameter } from './parameters.ts';
import { ReasonSchema } from './recommendation.ts';

const MOST_OTHERS = 7;

const Rule = Type.Enum(['least-misery', 'average'] as const, {
  description:
    'least-misery: by whoever wants a film least, so that nobody sits through what they do not want; average: by the mean of all, which may please most and bore one.',
});

export const TogetherQuerySchema = Type.Object(
  {
    with: Type.Array(UserIdParameter, {
      minItems: 1,
      maxItems: MOST_OTHERS,
      description: 'The others; repeated, several.',
    }),
    rule: Type.Optional(Rule),
    n: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MAX_RECOMMENDATIONS,
        description: 'How many films; 10 without it.',
      }),
    ),
    ...after,
  },
  { additionalProperties: false },
);

export const TogetherAnswerSchema = Type.Object({
  recommendationId: Type.String(),
  userIds: Type.Array(Type.String()),
  modelVersion: NullableString('The version of the model that answered; null when none serves yet.'),
  rule: Rule,
  items: Type.Array(
    Type.Object({
      position: Type.Integer({ minimum: 1 }),
      ...movieFields,
      score: Type.Number({ description: 'From 0 to 1: of the films looked at, the share that suits less.' }),
      people: Type.Array(
        Type.Object({
          userId: Type.String(),
          predictedRating: NullableNumber('The rating this person would give; null where no model serves.'),
          reasons: Type.Array(ReasonSchema),
        }),
      ),
    }),
  ),
});
/** `GET /api/recommendations/users/{userId}/together`. */
export type TogetherAnswer = Static<typeof TogetherAnswerSchema>;
