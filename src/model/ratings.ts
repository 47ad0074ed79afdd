/** Ratings as training and evaluation take them: parallel columns, one entry a rating, in the order they came. */
import { MatineeError } from '../domain/errors.ts';

/** A block of ratings. The store's blocks have this shape, and so do the columns of a file. */
export interface RatingColumns {
  users: readonly string[];
  movies: ArrayLike<number>;
  ratings: ArrayLike<number>;
  /** Epoch seconds. */
  timestamps: ArrayLike<number>;
}

/** The entries at these places, in that order. */
export function selectRatings(columns: RatingColumns, places: ArrayLike<number>): RatingColumns {
  const pick = (values: ArrayLike<number>) =>
    Float64Array.from(places, (place) => values[place] ?? Number.NaN);
  return {
    users: Array.from(places, (place) => columns.users[place] ?? ''),
    movies: Int32Array.from(pick(columns.movies)),
    ratings: Float32Array.from(pick(columns.ratings)),
    timestamps: pick(columns.timestamps),
  };
}

/** Several blocks as one. */
export function concatRatings(blocks: readonly RatingColumns[]): RatingColumns {
  const [only] = blocks;
  if (blocks.length === 1 && only !== undefined) return only;
  const length = blocks.reduce((sum, block) => sum + block.users.length, 0);
  const users: string[] = [];
  const movies = new Int32Array(length);
  const ratings = new Float32Array(length);
  const timestamps = new Float64Array(length);
  for (const block of blocks) {
    const start = users.length;
    for (const user of block.users) users.push(user);
    movies.set(block.movies, start);
    ratings.set(block.ratings, start);
    timestamps.set(block.timestamps, start);
  }
  return { users, movies, ratings, timestamps };
}

/** Refuses columns of different lengths, and values that no model can learn from (`BAD_INPUT`). */
export function checkRatings({ users, movies, ratings, timestamps }: RatingColumns): void {
  const lengths = [users.length, movies.length, ratings.length, timestamps.length];
  if (lengths.some((length) => length !== users.length)) {
    throw new MatineeError('BAD_INPUT', `Columns of ratings differ in length: ${lengths.join(', ')}.`, {
      hint: 'Give one user, movie, rating and timestamp for each rating.',
    });
  }
  for (let place = 0; place < users.length; place++) {
    const valid =
      Number.isInteger(movies[place]) &&
      Number.isFinite(ratings[place]) &&
      Number.isFinite(timestamps[place]);
    if (valid) continue;
    throw new MatineeError(
      'BAD_INPUT',
      `Rating ${place} (user ${users[place]}, movie ${movies[place]}) is ${ratings[place]} at ${timestamps[place]}.`,
      { hint: 'Remove ratings whose movie, value or time is not a finite number.' },
    );
  }
}
