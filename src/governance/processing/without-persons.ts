/** Blocks of the index without some persons: as if they had never been in it. */
import type { Pseudonym } from '../../domain/ids.ts';
import type { InteractionColumns, RatingColumns } from '../../store/store.ts';

type Persons = ReadonlySet<Pseudonym>;

export function ratingsWithout(
  blocks: AsyncIterable<RatingColumns>,
  persons: Persons,
): AsyncGenerator<RatingColumns> {
  return without(blocks, persons, ({ users, movies, ratings, timestamps }, rows) => ({
    users: pick(users, rows),
    movies: pickInts(movies, rows),
    ratings: Float32Array.from(rows, (row) => ratings[row] ?? 0),
    timestamps: pickDoubles(timestamps, rows),
  }));
}

export function interactionsWithout(
  blocks: AsyncIterable<InteractionColumns>,
  persons: Persons,
): AsyncGenerator<InteractionColumns> {
  return without(blocks, persons, ({ users, movies, types, eventTimes }, rows) => ({
    users: pick(users, rows),
    movies: pickInts(movies, rows),
    types: pick(types, rows),
    eventTimes: pickDoubles(eventTimes, rows),
  }));
}

/** A block without anybody of these goes through as it is; `take` makes one of some rows. */
async function* without<Block extends { users: Pseudonym[] }>(
  blocks: AsyncIterable<Block>,
  persons: Persons,
  take: (block: Block, rows: readonly number[]) => Block,
): AsyncGenerator<Block> {
  for await (const block of blocks) {
    const rows = rowsOfOthers(block.users, persons);
    yield rows === null ? block : take(block, rows);
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
