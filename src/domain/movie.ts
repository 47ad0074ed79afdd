/** A film, as every room knows it. */
import { type Static, Type } from 'typebox';
import { MAX_MOVIE_ID } from './ids.ts';

export const MovieSchema = Type.Object(
  {
    movieId: Type.Integer({ minimum: 1, maximum: MAX_MOVIE_ID }),
    /** As it is shown: `The Usual Suspects`, without the year. */
    title: Type.String({ minLength: 1, maxLength: 500 }),
    genres: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 40 }),
    /** The year of release, null where the data does not say. */
    year: Type.Union([Type.Integer({ minimum: 1870, maximum: 2200 }), Type.Null()]),
  },
  { additionalProperties: false },
);

export type Movie = Static<typeof MovieSchema>;
