/** Reads the person or the film that a request speaks of. */
import { MatineeError } from '../domain/errors.ts';
import { MAX_USER_ID_LENGTH, type MovieId, parseUserId, type UserId } from '../domain/ids.ts';
import type { MovieSummary } from '../store/store.ts';
import type { ApiContext } from './app.ts';
import { InvalidRequest } from './problem.ts';
import type { FieldError } from './schemas/problem.ts';

export const BAD_USER_ID = `must be 1 to ${MAX_USER_ID_LENGTH} characters, none of them a control character, or a whole number`;

/** The person's id; `InvalidRequest` names the place where it is none. */
export function readUserId(value: unknown, place: Pick<FieldError, 'in' | 'pointer'>): UserId {
  const userId = parseUserId(value);
  if (userId === null) throw new InvalidRequest([{ ...place, detail: BAD_USER_ID }]);
  return userId;
}

export function userIdInPath(params: { userId: string }): UserId {
  return readUserId(params.userId, { in: 'path', pointer: '/userId' });
}

/** The film; `NOT_FOUND` where there is none of this id. */
export async function knownMovie(context: ApiContext, movieId: MovieId): Promise<MovieSummary> {
  const movie = await context.recommender.movie(movieId);
  if (movie === null) throw unknownMovie(movieId);
  return movie;
}

export function unknownMovie(movieId: MovieId): MatineeError {
  return new MatineeError('NOT_FOUND', `There is no film ${movieId}`, {
    hint: 'Look for films at /api/movies.',
  });
}
