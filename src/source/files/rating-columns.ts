/** Collects ratings into columns that grow by half. */
import type { RatingTable } from '../data-set.ts';

export interface RatingColumnsBuilder {
  add(user: number, movie: number, value: number, timestamp: number): void;
  /** The table; the builder must not be used afterwards. */
  finish(): RatingTable;
}

const GROWTH = 1.5;
/** Room at the end that was never written takes no memory; giving it back would copy the column. */
const WORTH_KEEPING = 0.75;

/** Starts with room for `expectedRows`. */
export function createRatingColumns(expectedRows: number): RatingColumnsBuilder {
  let capacity = Math.max(16, Math.ceil(expectedRows));
  let length = 0;
  let users = new Int32Array(capacity);
  let movies = new Int32Array(capacity);
  let values = new Float32Array(capacity);
  let timestamps = new Uint32Array(capacity);
  const resize = (rows: number) => {
    capacity = rows;
    const bytes = rows * 4;
    users = new Int32Array(users.buffer.transfer(bytes));
    movies = new Int32Array(movies.buffer.transfer(bytes));
    values = new Float32Array(values.buffer.transfer(bytes));
    timestamps = new Uint32Array(timestamps.buffer.transfer(bytes));
  };
  return {
    add(user, movie, value, timestamp) {
      if (length === capacity) resize(Math.ceil(capacity * GROWTH));
      users[length] = user;
      movies[length] = movie;
      values[length] = value;
      timestamps[length] = timestamp;
      length += 1;
    },
    finish() {
      if (length < capacity * WORTH_KEEPING) resize(length);
      return {
        length,
        users: users.subarray(0, length),
        movies: movies.subarray(0, length),
        values: values.subarray(0, length),
        timestamps: timestamps.subarray(0, length),
      };
    },
  };
}
