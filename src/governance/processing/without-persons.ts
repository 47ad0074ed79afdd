/** Blocks of the index without some persons: as if they had never been in it. */
import type { Pseudonym } from '../../domain/ids.ts';
import type { InteractionColumns, RatingColumns } from '../../store/store.ts';

type Persons = ReadonlySet<Pseudonym>;

export async function* ratingsWithout(
  blocks: AsyncIterable<RatingColumns>,
  persons: Persons,
): AsyncGenerator<RatingColumns> {
  for await (const block of blocks) {
    const rows = rowsOfOthers(block.users, persons);
    if (rows === null) yield block;
    else {
      yield {
        users: pick(block.users, rows),
        movies: pickInts(block.movies, rows),
        ratings: Float32Array.from(rows, (row) => block.ratings[row] ?? 0),
        timestamps: pickDoubles(block.timestamps, rows),
      };
    }
  }
}

export async function* interactionsWithout(
  blocks: AsyncIterable<InteractionColumns>,
  persons: Persons,
): AsyncGenerator<InteractionColumns> {
  for await (const block of blocks) {
    const rows = rowsOfOthers(block.users, persons);
    if (rows === null) yield block;
    else {
      yield {
        users: pick(block.users, rows),
        movies: pickInts(block.movies, rows),
        types: pick(block.types, rows),
        eventTimes: pickDoubles(block.eventTimes, rows),
      };
    }
  }
}

/** Rows of anybody else; null where all are. */
function rowsOfOthers(users: readonly Pseudonym[], persons: Persons): number[] | null {
  if (!users.some((user) => persons.has(user))) return null;
  return users.flatMap((user, row) => (persons.has(user) ? [] : [row]));
}

function pick<Item>(items: readonly Item[], rows: readonly number[]): Item[] {
  return rows.flatMap((row) => {
    const item = items[row];
    return item === undefined ? [] : [item];
  });
}

const pickInts = (items: Int32Array, rows: readonly number[]) =>
  Int32Array.from(rows, (row) => items[row] ?? 0);
const pickDoubles = (items: Float64Array, rows: readonly number[]) =>
  Float64Array.from(rows, (row) => items[row] ?? 0);
