/**
 * A rating in its three shapes: a result of the source's pages, a record of topic `movies`, a document of
 * `index_movies`.
 */
import { type Static, Type } from 'typebox';
import { MAX_MOVIE_ID } from './ids.ts';
import { MovieSchema } from './movie.ts';
import { PersonSchema, SourceUserSchema } from './person.ts';

/** The version of the records' schema that this build writes and reads. */
export const SCHEMA_VERSION = 1;

/** The scale that a rating may lie on, half steps included, whatever the data set. */
export const MIN_RATING = 0.5;
export const MAX_RATING = 5;

const RatingValue = Type.Number({ minimum: MIN_RATING, maximum: MAX_RATING });
/** Epoch seconds, from 1970 to 2200. */
const EpochSeconds = Type.Integer({ minimum: 0, maximum: 7_258_118_400 });
const EpochMilliseconds = Type.Integer({ minimum: 0, maximum: 7_258_118_400_000 });

/** One result of `GET /movies/page<N>`. */
export const SourceRatingSchema = Type.Object({
  user: SourceUserSchema,
  /** `year` is ours: a source of the same contract may leave it out, with or without the year in the title. */
  movie: Type.Object({ ...MovieSchema.properties, year: Type.Optional(MovieSchema.properties.year) }),
  rating: RatingValue,
  timestamp: EpochSeconds,
});
export type SourceRating = Static<typeof SourceRatingSchema>;

/** A page of the source API. */
export const SourcePageSchema = Type.Object({
  page: Type.Integer({ minimum: 1 }),
  total_pages: Type.Integer({ minimum: 0 }),
  results: Type.Array(SourceRatingSchema),
});
export type SourcePage = Static<typeof SourcePageSchema>;

/**
 * A record of topic `movies`: the source's shape, with a pseudonym and an age band. `rating: null` is a tombstone:
 * the person took the rating back. `eventTime` (milliseconds) is there when the server stamped the rating; without
 * it the event happened at `timestamp`.
 */
export const RatingRecordSchema = Type.Object(
  {
    schemaVersion: Type.Literal(SCHEMA_VERSION),
    user: PersonSchema,
    movie: MovieSchema,
    rating: Type.Union([RatingValue, Type.Null()]),
    timestamp: EpochSeconds,
    eventTime: Type.Optional(EpochMilliseconds),
  },
  { additionalProperties: false },
);
export type RatingRecord = Static<typeof RatingRecordSchema>;

/** A document of `index_movies`, one for each person and film. */
export interface RatingDocument {
  user: Static<typeof PersonSchema>;
  movie: Static<typeof MovieSchema>;
  rating: number;
  /** Epoch seconds. */
  timestamp: number;
  /** `timestamp` as `dd-MM-yyyy HH:mm:ss`, in UTC. */
  formatted_date: string;
}

/** The body of `POST /api/ratings`. */
export const RatingRequestSchema = Type.Object(
  {
    userId: Type.Union([Type.String({ minLength: 1, maxLength: 128 }), Type.Integer()]),
    movieId: Type.Integer({ minimum: 1, maximum: MAX_MOVIE_ID }),
    rating: RatingValue,
    /** Epoch seconds of a past rating: taken from importers only. */
    timestamp: Type.Optional(EpochSeconds),
  },
  { additionalProperties: false },
);
export type RatingRequest = Static<typeof RatingRequestSchema>;
