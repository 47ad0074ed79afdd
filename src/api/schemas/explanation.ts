/** Scores taken apart over a person's own ratings. */
import { type Static, Type } from 'typebox';
import { movieFields } from './movie.ts';
import { NullableNumber, NullableString } from './nullable.ts';

const ScoreExplanationSchema = Type.Object(
  {
    score: Type.Number(),
    base: Type.Number({
      description:
        'What the film has whatever the person did: for a predicted rating the mean and what the film lies above it; for most rankings 0; all of the score where it is the same for everybody.',
    }),
    exploration: Type.Number({ description: 'What `explore` added by chance; 0 without it.' }),
    contributions: Type.Array(
      Type.Object({
        movieId: Type.Integer(),
        title: Type.String(),
        rating: NullableNumber(
          'What the person gave it; null where they did something else with it: liked it, say.',
        ),
        share: Type.Number({ description: 'What that brings to the score; below 0, what it takes.' }),
      }),
      {
        description:
          'The films of the person that the model knows, the largest share first; as many as `contributions` asks for.',
      },
    ),
    others: Type.Object(
      { count: Type.Integer(), share: Type.Number() },
      { description: 'Those that are not named, and what they add up to.' },
    ),
  },
  { description: '`base`, `exploration`, all shares and that of the others sum to `score`.' },
);

/** Null where there is nothing to take apart: the model does not know the film, or none serves. */
const NullableExplanation = Type.Union([ScoreExplanationSchema, Type.Null()]);

export const FilmExplanationSchema = Type.Object({
  score: NullableExplanation,
  predictedRating: NullableExplanation,
});

/** `GET /api/recommendations/users/{userId}/movies/{movieId}/explanation`. */
export const ExplanationAnswerSchema = Type.Object({
  userId: Type.String(),
  modelVersion: NullableString('The version of the model that answered; null when none serves yet.'),
  strategy: Type.String({ description: 'As in the list of films for the person.' }),
  ...movieFields,
  score: NullableNumber(
    'What a list would order the film by; null where the ranking model does not know it.',
  ),
  predictedRating: NullableNumber('On the scale of the data; null where no model serves.'),
  ratingInterval: Type.Optional(Type.Object({ low: Type.Number(), high: Type.Number() })),
  explanation: FilmExplanationSchema,
});
export type ExplanationAnswer = Static<typeof ExplanationAnswerSchema>;
