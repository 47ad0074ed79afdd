/** Recommendations: by person, by film, and the rows of the first page. */
import { type Static, Type } from 'typebox';
import { ExperimentArmSchema } from './experiment.ts';
import { FilmExplanationSchema } from './explanation.ts';
import { movieFields } from './movie.ts';
import { NullableNumber, NullableString } from './nullable.ts';
import { after, MAX_RECOMMENDATIONS } from './parameters.ts';

const REASON_KINDS = ['similar', 'genre', 'popular', 'content'] as const;

export const ReasonSchema = Type.Object({
  kind: Type.Enum(REASON_KINDS, {
    description:
      'similar: to a film that the person liked (movieId, title); genre: one they love (genre); popular: with everybody (ratings, meanRating); content: shares title words, genres or era with the film asked about.',
  }),
  text: Type.String({ description: 'The reason in English, for those who do not phrase it themselves.' }),
  movieId: Type.Optional(Type.Integer()),
  title: Type.Optional(Type.String()),
  genre: Type.Optional(Type.String()),
  ratings: Type.Optional(Type.Integer()),
  meanRating: Type.Optional(Type.Number()),
});
export type ReasonAnswer = Static<typeof ReasonSchema>;

export const RecommendedItemSchema = Type.Object({
  position: Type.Integer({ minimum: 1, description: 'Its place in the list, from 1.' }),
  ...movieFields,
  score: Type.Number({ description: 'What the list is ordered by; comparable within one answer only.' }),
  predictedRating: NullableNumber(
    'The rating this person would give, on the scale of the data; null where no person is asked about or no model serves.',
  ),
  ratingInterval: Type.Optional(
    Type.Object(
      { low: Type.Number(), high: Type.Number() },
      {
        description:
          'What nine of ten such ratings lie within; absent where the model cannot tell how sure it is.',
      },
    ),
  ),
  reasons: Type.Array(ReasonSchema),
  explanation: Type.Optional(FilmExplanationSchema),
});
export type RecommendedItem = Static<typeof RecommendedItemSchema>;

const answerFields = {
  recommendationId: Type.String({
    description: 'Send it with interactions, to say which answer showed the film.',
  }),
  modelVersion: NullableString('The version of the model that answered; null when none serves yet.'),
  strategy: Type.String({
    description:
      'How the list came about: the name of the ranking model for a person with a history, `popular` for somebody unknown, `content` for a film that the model does not know.',
  }),
};

const YearParameter = Type.Integer({ minimum: 1870, maximum: 2200 });

function movieIds(description: string) {
  return Type.Optional(Type.String({ pattern: '^\\d{1,10}(,\\d{1,10}){0,999}$', description }));
}

/** Which films may be shown. */
const filters = {
  genre: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
      minItems: 1,
      maxItems: 20,
      description: 'Films of this genre, whatever the case; repeated, of any of them.',
    }),
  ),
  from_year: Type.Optional(YearParameter),
  to_year: Type.Optional(YearParameter),
  allow: movieIds('Only these films: ids joined by commas.'),
  deny: movieIds('None of these films: ids joined by commas.'),
};

const n = {
  n: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MAX_RECOMMENDATIONS, description: 'How many films; 10 without it.' }),
  ),
};

/** What of a person counts, and whether chance has a part. */
const scoring = {
  without: movieIds(
    'Answers as if the person had not rated these films, ids joined by commas; the films themselves stay out of lists.',
  ),
  explore: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 1,
      description:
        'Explores: scores get a deviation drawn from the posterior of the person’s factors, times this (1: Thompson sampling), so that films get their turn of which their history leaves it open whether they like them. 0 without it; no effect on `popular` and `ease`, which have no posterior.',
    }),
  ),
  seed: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 4_294_967_295,
      description:
        'What `explore` draws from; the same seed explores the same way. Without it, each answer explores anew.',
    }),
  ),
};

/** Which of the films with the best scores are shown. */
const choice = {
  diversity: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 1,
      description:
        'How much being unlike the films above counts against the score (maximal marginal relevance); 0 without it: by score alone.',
    }),
  ),
  popularity: Type.Optional(
    Type.Number({
      minimum: -1,
      maximum: 1,
      description:
        'Among the best by score, brings the well-known (above 0) or the little known (below 0) to the front; 0 without it.',
    }),
  ),
  novelty: Type.Optional(
    Type.Number({
      minimum: 0,
      maximum: 1,
      description:
        'Among the best by score, brings films of genres to the front that the person has rated little.',
    }),
  ),
  era: Type.Optional(
    Type.Integer({
      minimum: 1870,
      maximum: 2200,
      description: 'Among the best by score, brings films to the front that came out around this year.',
    }),
  ),
};
export type ChoiceQuery = Pick<
  Static<typeof UserRecommendationQuerySchema>,
  'diversity' | 'popularity' | 'novelty' | 'era'
>;

/** How long an explanation is. */
const contributions = Type.Optional(
  Type.Integer({
    minimum: 0,
    maximum: 10_000,
    description: 'How many ratings an explanation names, of the largest shares; without it, all of them.',
  }),
);

export const ExplanationQuerySchema = Type.Object(
  { ...scoring, contributions, ...after },
  { additionalProperties: false },
);
export type ScoringQuery = Omit<Static<typeof ExplanationQuerySchema>, 'after'>;

export const UserRecommendationQuerySchema = Type.Object(
  {
    ...n,
    ...filters,
    ...scoring,
    contributions,
    explain: Type.Optional(
      Type.Boolean({
        description:
          'Takes every score and predicted rating apart over the person’s own ratings (`explanation`).',
      }),
    ),
    ...choice,
    ...after,
  },
  { additionalProperties: false },
);

export const MovieRecommendationQuerySchema = Type.Object(
  { ...n, ...filters, ...after },
  { additionalProperties: false },
);
export type MovieRecommendationQuery = Static<typeof MovieRecommendationQuerySchema>;

export const UserRecommendationAnswerSchema = Type.Object({
  ...answerFields,
  userId: Type.String(),
  experiment: Type.Optional(ExperimentArmSchema),
  seed: Type.Optional(
    Type.Integer({
      description: 'With `explore`, what it drew from: the same seed gives this answer again.',
    }),
  ),
  items: Type.Array(RecommendedItemSchema),
});
/** `GET /api/recommendations/users/{userId}`. */
export type UserRecommendationAnswer = Static<typeof UserRecommendationAnswerSchema>;

export const MovieRecommendationAnswerSchema = Type.Object({
  ...answerFields,
  movieId: Type.Integer(),
  items: Type.Array(RecommendedItemSchema),
});
/** `GET /api/recommendations/movies/{movieId}`. */
export type MovieRecommendationAnswer = Static<typeof MovieRecommendationAnswerSchema>;

const ROW_KINDS = ['for-you', 'because', 'new-genre', 'popular', 'hidden-gems'] as const;

const RowSchema = Type.Object({
  recommendationId: Type.String({ description: 'Of this row: positions of its films count from 1.' }),
  kind: Type.Enum(ROW_KINDS, {
    description:
      'for-you: the best by score; because: like a film they liked (movieId, movieTitle); new-genre: unseen films of a genre they love (genre); popular: with everybody; hidden-gems: well liked, by few.',
  }),
  title: Type.String({ description: 'A heading in English, for those who do not phrase it themselves.' }),
  movieId: Type.Optional(Type.Integer()),
  movieTitle: Type.Optional(Type.String()),
  genre: Type.Optional(Type.String()),
  items: Type.Array(RecommendedItemSchema),
});

export const RowsQuerySchema = Type.Object(
  {
    n: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 50, description: 'Films in a row; 12 without it.' }),
    ),
    ...choice,
    ...after,
  },
  { additionalProperties: false },
);

export const RowsAnswerSchema = Type.Object({
  userId: Type.String(),
  modelVersion: answerFields.modelVersion,
  strategy: answerFields.strategy,
  experiment: Type.Optional(ExperimentArmSchema),
  rows: Type.Array(RowSchema, { description: 'No film is in two rows; a row without films is left out.' }),
});
/** `GET /api/recommendations/users/{userId}/rows`. */
export type RowsAnswer = Static<typeof RowsAnswerSchema>;

export const QuestionsQuerySchema = Type.Object(
  { ...n, deny: filters.deny, ...after },
  { additionalProperties: false },
);

export const QuestionsAnswerSchema = Type.Object({
  userId: Type.String(),
  strategy: Type.Enum(['information', 'popular'] as const, {
    description:
      'information: by what the model would learn; popular: most rated first, where no model can tell.',
  }),
  items: Type.Array(Type.Object(movieFields), { description: 'The one to ask about first first.' }),
});
/** `GET /api/recommendations/users/{userId}/questions`. */
export type QuestionsAnswer = Static<typeof QuestionsAnswerSchema>;
