/** Films in answers, and how they are searched for. */
import { type Static, Type } from 'typebox';
import { NullableInteger, NullableNumber } from './nullable.ts';
import { after, paging } from './parameters.ts';

const MAX_QUERY_LENGTH = 200;

/** The fields that every film in an answer has. */
export const movieFields = {
  movieId: Type.Integer(),
  title: Type.String({ description: 'As it is shown, without the year.' }),
  genres: Type.Array(Type.String()),
  year: NullableInteger('The year of release; null where the data does not say.'),
};

export const MovieAnswerSchema = Type.Object({
  ...movieFields,
  ratings: Type.Integer({ minimum: 0, description: 'How many ratings the index holds.' }),
  meanRating: NullableNumber('Their mean; null without any.'),
});
/** `GET /api/movies/{movieId}`. */
export type MovieAnswer = Static<typeof MovieAnswerSchema>;

const YearParameter = Type.Integer({ minimum: 1870, maximum: 2200 });

export const MovieSearchQuerySchema = Type.Object(
  {
    query: Type.Optional(
      Type.String({
        maxLength: MAX_QUERY_LENGTH,
        description: 'Words of the title, genres, a year; typos and missing accents are forgiven.',
      }),
    ),
    genre: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    year: Type.Optional(YearParameter),
    from_year: Type.Optional(YearParameter),
    to_year: Type.Optional(YearParameter),
    ...paging,
    ...after,
  },
  { additionalProperties: false },
);

const FacetSchema = Type.Object({ value: Type.String(), count: Type.Integer() });

export const MovieSearchAnswerSchema = Type.Object({
  page: Type.Integer(),
  per_page: Type.Integer(),
  total: Type.Integer(),
  total_pages: Type.Integer(),
  results: Type.Array(MovieAnswerSchema),
  facets: Type.Object(
    { genres: Type.Array(FacetSchema), decades: Type.Array(FacetSchema) },
    { description: 'Counts over all hits, not the page.' },
  ),
});
/** `GET /api/movies`. */
export type MovieSearchAnswer = Static<typeof MovieSearchAnswerSchema>;

export const SuggestQuerySchema = Type.Object(
  {
    prefix: Type.String({ minLength: 1, maxLength: MAX_QUERY_LENGTH, description: 'What was typed so far.' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, description: '8 without it.' })),
    ...after,
  },
  { additionalProperties: false },
);

export const SuggestAnswerSchema = Type.Object({ results: Type.Array(Type.Object(movieFields)) });
/** `GET /api/movies/suggest`. */
export type SuggestAnswer = Static<typeof SuggestAnswerSchema>;
