/** Bringing a history from elsewhere: an exported file, and what of it is here. */
import { type Static, Type } from 'typebox';
import { movieFields } from './movie.ts';
import { NullableInteger } from './nullable.ts';

/** A line of a hundred characters or so each: fifty thousand ratings. */
export const MAX_CSV_LENGTH = 5_000_000;

export const ImportRequestSchema = Type.Object(
  {
    csv: Type.String({
      minLength: 1,
      maxLength: MAX_CSV_LENGTH,
      description:
        'The whole file: `ratings.csv` or `diary.csv` of Letterboxd, or the ratings that IMDb exports.',
    }),
  },
  { additionalProperties: false },
);

const Film = Type.Object(movieFields);
const lineFields = {
  line: Type.Integer({ minimum: 1, description: 'In the file, from 1.' }),
  title: Type.String({ description: 'As the file has it.' }),
  year: NullableInteger('As the file has it.'),
};
const rating = Type.Number({ description: 'On the scale of the data, the nearest that it has.' });
const REASONS = ['no-film', 'no-title', 'no-rating', 'not-a-film'] as const;

export const ImportAnswerSchema = Type.Object({
  format: Type.Enum(['letterboxd', 'imdb'] as const),
  lines: Type.Integer({ minimum: 0, description: 'How many lines the file has below its heading.' }),
  matched: Type.Array(Type.Object({ ...lineFields, rating, movie: Film }), {
    description: 'The same title of the same year; each film once, by its last line.',
  }),
  doubtful: Type.Array(Type.Object({ ...lineFields, rating, candidates: Type.Array(Film) }), {
    description:
      'Nearly the same title, or another year: the likeliest film first, for the person to confirm.',
  }),
  unmatched: Type.Array(Type.Object({ ...lineFields, reason: Type.Enum(REASONS) }), {
    description: 'What is not here (no-film), or no rating of a film.',
  }),
});
/** 200 of `POST /api/imports`. */
export type ImportAnswer = Static<typeof ImportAnswerSchema>;
