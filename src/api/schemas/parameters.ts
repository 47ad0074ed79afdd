/** Path and query parameters that several routes share. */
import { Type } from 'typebox';
import { MAX_MOVIE_ID, MAX_USER_ID_LENGTH } from '../../domain/ids.ts';

export const MAX_PER_PAGE = 1_000;
export const MAX_RECOMMENDATIONS = 100;

const MAX_PAGE = 1_000_000;

/** Strict objects: an unknown parameter is refused, never ignored. */
const strict = { additionalProperties: false } as const;

export const UserIdParameter = Type.String({
  minLength: 1,
  maxLength: MAX_USER_ID_LENGTH,
  description: 'The id of a person, as the controller knows them; URL-encoded in a path.',
});

/** A person's id in a body: text, or an integer that is read as its digits. Answers always hold text. */
export const UserIdInBody = Type.Union(
  [Type.String({ minLength: 1, maxLength: MAX_USER_ID_LENGTH }), Type.Integer()],
  { description: 'The id of a person, as the controller knows them.' },
);

export const MovieIdParameter = Type.Integer({
  minimum: 1,
  maximum: MAX_MOVIE_ID,
  description: 'The id of a film.',
});

/** `?after=`: see the `position` that accepted writes answer with. */
export const after = {
  after: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 8_192,
      description:
        'A position from an earlier answer: this one waits until what was accepted there shows, 5 s at most, then answers 504.',
    }),
  ),
};

/** `?page=` and `?per_page=`, from 1. */
export const paging = {
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_PAGE, description: 'From 1; 1 without it.' })),
  per_page: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MAX_PER_PAGE, description: 'Results on a page; 20 without it.' }),
  ),
};

export const UserPathSchema = Type.Object({ userId: UserIdParameter }, strict);
export const MoviePathSchema = Type.Object({ movieId: MovieIdParameter }, strict);
export const UserMoviePathSchema = Type.Object(
  { userId: UserIdParameter, movieId: MovieIdParameter },
  strict,
);
/** The query of a route that takes nothing but `after`. */
export const AfterQuerySchema = Type.Object({ ...after }, strict);
export const PageQuerySchema = Type.Object({ ...paging, ...after }, strict);
