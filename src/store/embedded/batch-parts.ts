/** Cuts a batch into messages of a bounded size. */
import type { WriteBatch } from '../store.ts';

/** Reading a message of so many ratings takes the writer two or three milliseconds. */
const ITEMS_PER_PART = 500;

/** Parts of one list each, in the batch's order; `from` is the place of a part's first item in its list. */
export function* batchParts(batch: WriteBatch): Generator<{ part: WriteBatch; from: number }> {
  const { movies = [], users = [], ratings = [], interactions = [] } = batch;
  for (const { items, from } of cut(movies)) yield { part: { movies: items }, from };
  for (const { items, from } of cut(users)) yield { part: { users: items }, from };
  for (const { items, from } of cut(ratings)) yield { part: { ratings: items }, from };
  for (const { items, from } of cut(interactions)) yield { part: { interactions: items }, from };
}

function* cut<Item>(list: readonly Item[]): Generator<{ items: readonly Item[]; from: number }> {
  for (let from = 0; from < list.length; from += ITEMS_PER_PART) {
    yield { items: list.slice(from, from + ITEMS_PER_PART), from };
  }
}
