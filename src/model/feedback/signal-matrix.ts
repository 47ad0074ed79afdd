/** The matrix that models which rank are fitted to: ratings, and beside them the signals of other interactions. */
import { countingSort, type RatingMatrix, range, rowStarts, transpose } from '../matrix.ts';
import { hashText } from '../random.ts';
import { createVocabulary } from '../vocabulary.ts';
import type { SignalColumns } from './collect-signals.ts';

/**
 * The matrix with the signals, in canonical order: people and films that only signals speak of come in, and an entry
 * without a rating has the value NaN. Without any signal it is the matrix itself.
 */
export function addSignals(matrix: RatingMatrix, columns: SignalColumns): RatingMatrix {
  if (columns.signals.length === 0) return matrix;
  const users = createVocabulary([...matrix.users.ids, ...columns.users]);
  const items = createVocabulary([...matrix.items.ids, ...columns.movies]);
  const rated = ratedPairs(matrix);
  const rowOf = (id: string) => users.indexOf(id) ?? 0;
  const columnOf = (id: number) => items.indexOf(id) ?? 0;
  const userRows = Int32Array.from([...rated.users.map(rowOf), ...columns.users.map(rowOf)]);
  const itemRows = Int32Array.from([...rated.items.map(columnOf), ...columns.movies.map(columnOf)]);
  const order = countingSort(
    userRows,
    users.size,
    countingSort(itemRows, items.size, range(userRows.length)),
  );

  const kept = new Uint32Array(order.length);
  const values = new Float32Array(order.length);
  const signals = new Float32Array(order.length);
  let count = 0;
  for (const place of order) {
    const before = kept[count - 1] ?? -1;
    const isSame = userRows[before] === userRows[place] && itemRows[before] === itemRows[place];
    if (!isSame) {
      kept[count] = place;
      values[count] = Number.NaN;
      count++;
    }
    if (place < matrix.size) values[count - 1] = matrix.byUser.values[place] ?? Number.NaN;
    else signals[count - 1] = columns.signals[place - matrix.size] ?? 0;
  }
  const places = kept.slice(0, count);
  const byUser = {
    starts: rowStarts(userRows, users.size, places),
    columns: Int32Array.from(places, (place) => itemRows[place] ?? 0),
    values: values.slice(0, count),
  };
  return {
    ...matrix,
    users,
    items,
    byUser,
    byItem: transpose(byUser, items.size),
    userHashes: Uint32Array.from(users.ids, hashText),
    size: count,
    signals: signals.slice(0, count),
  };
}

/** The person and film of each entry, in the order of `byUser`. */
function ratedPairs({ users, items, byUser }: RatingMatrix): { users: string[]; items: number[] } {
  const names: string[] = [];
  for (const [row, id] of users.ids.entries()) {
    for (let entry = byUser.starts[row] ?? 0; entry < (byUser.starts[row + 1] ?? 0); entry++) names.push(id);
  }
  return { users: names, items: Array.from(byUser.columns, (column) => items.ids[column] ?? 0) };
}
