/**
 * Ratings as a sparse matrix of users by films, in canonical order: rows and columns by id, so that the same ratings
 * give the same matrix, and the same sums to the last bit, in whatever order they came.
 */
import type { SparseRows } from '../../kernel/reference/sparse-rows.ts';
import type { MovieId } from '../domain/ids.ts';
import { hashText } from './random.ts';
import { checkRatings, concatRatings, type RatingColumns } from './ratings.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Ratings, and for models that rank the signals of other interactions beside them (`feedback/signal-matrix.ts`). */
export interface RatingMatrix {
  users: Vocabulary<string>;
  items: Vocabulary<MovieId>;
  /** A row for each user, its columns films; the value is NaN where there is a signal and no rating. */
  byUser: SparseRows;
  /** The same entries, a row for each film, its columns users. */
  byItem: SparseRows;
  /** A hash of each user's id, to draw initial factors from. */
  userHashes: Uint32Array;
  /** Mean of all ratings; 0 without any. */
  mean: number;
  /** Entries in the matrix. */
  size: number;
  /** The signal of each entry of `byUser`, 0 for none; left out without any. */
  signals?: Float32Array;
  /** Ratings left out, because the same user rated the same film again later. */
  duplicates: number;
}

/**
 * Builds the matrix. Of several ratings of one film by one user the latest stays, of equally late ones the last that
 * came. Values that are no finite numbers are refused (`BAD_INPUT`).
 */
export function createRatingMatrix(blocks: RatingColumns | readonly RatingColumns[]): RatingMatrix {
  const columns = 'users' in blocks ? blocks : concatRatings(blocks);
  checkRatings(columns);
  const users = createVocabulary(columns.users);
  const items = createVocabulary(Array.from(columns.movies));
  const userRows = Int32Array.from(columns.users, (user) => users.indexOf(user) ?? 0);
  const itemRows = Int32Array.from(columns.movies, (movie) => items.indexOf(movie) ?? 0);
  const byItemFirst = countingSort(itemRows, items.size, range(columns.users.length));
  const order = withoutDuplicates(
    countingSort(userRows, users.size, byItemFirst),
    userRows,
    itemRows,
    columns.timestamps,
  );
  const values = Float32Array.from(order, (place) => columns.ratings[place] ?? 0);
  const byUser: SparseRows = {
    starts: rowStarts(userRows, users.size, order),
    columns: Int32Array.from(order, (place) => itemRows[place] ?? 0),
    values,
  };
  return {
    users,
    items,
    byUser,
    byItem: transpose(byUser, items.size),
    userHashes: Uint32Array.from(users.ids, hashText),
    mean: values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length,
    size: values.length,
    duplicates: columns.users.length - values.length,
  };
}

/** The matrix with the roles of rows and columns exchanged; entries stay in ascending order within a row. */
export function transpose(rows: SparseRows, columnCount: number): SparseRows {
  const entryRows = new Int32Array(rows.columns.length);
  for (let row = 0; row + 1 < rows.starts.length; row++) {
    entryRows.fill(row, rows.starts[row], rows.starts[row + 1]);
  }
  const order = countingSort(rows.columns, columnCount, range(rows.columns.length));
  return {
    starts: rowStarts(rows.columns, columnCount, order),
    columns: Int32Array.from(order, (entry) => entryRows[entry] ?? 0),
    values: Float32Array.from(order, (entry) => rows.values[entry] ?? 0),
  };
}

/** How many entries each row has. */
export function rowLengths({ starts }: SparseRows): Uint32Array {
  return Uint32Array.from(
    { length: starts.length - 1 },
    (_, row) => (starts[row + 1] ?? 0) - (starts[row] ?? 0),
  );
}

export function range(length: number): Uint32Array {
  return Uint32Array.from({ length }, (_, k) => k);
}

/** `places` sorted by their key (an integer below `keyCount`), equal keys staying in order. */
export function countingSort(keys: Int32Array, keyCount: number, places: Uint32Array): Uint32Array {
  const next = rowStarts(keys, keyCount, places);
  const sorted = new Uint32Array(places.length);
  for (const place of places) {
    const key = keys[place] ?? 0;
    const target = next[key] ?? 0;
    sorted[target] = place;
    next[key] = target + 1;
  }
  return sorted;
}

/** Where each key's places begin once sorted by key, and at the end how many there are. */
export function rowStarts(keys: Int32Array, keyCount: number, places: Uint32Array): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (const place of places) {
    const next = (keys[place] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let key = 0; key < keyCount; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  return starts;
}

/** Keeps of each run of places with the same user and film the latest. */
function withoutDuplicates(
  sorted: Uint32Array,
  userRows: Int32Array,
  itemRows: Int32Array,
  timestamps: ArrayLike<number>,
): Uint32Array {
  const kept = new Uint32Array(sorted.length);
  let count = 0;
  for (const place of sorted) {
    const previous = kept[count - 1];
    const again =
      previous !== undefined &&
      userRows[previous] === userRows[place] &&
      itemRows[previous] === itemRows[place];
    if (!again) kept[count++] = place;
    else if ((timestamps[place] ?? 0) >= (timestamps[previous] ?? 0)) kept[count - 1] = place;
  }
  return kept.slice(0, count);
}
