/** Exact best items for persons, on the calling thread: filters are a bitmap for each request. */
import { KernelError } from './errors.ts';
import { createAllocator, createMemory, firstFreeByte, growTo } from './memory.ts';
import { instantiate } from './module.ts';
import { checkValues } from './sparse-matrix.ts';

/** Items that lie interleaved, coordinate by coordinate, as in `assembly/top-n.ts`. */
const GROUP = 32;
/** Fields of a query there, four bytes each. */
export const QUERY_FIELDS = 5;
/** Room for the scores under examination. */
const LANE_BYTES = 64;
/** Queries whose lists are made together: more of them gain nothing. */
const BATCH = 64;
/** What a sum of single precision is off by at most, for each product in it, relative to the lengths of the vectors. */
const ROUNDING = 2 ** -23;

export interface TopNQuery {
  /** `rank` values; an item's score is their product with its factors. */
  factors: Float32Array;
  /** Items that may not be shown (`createItemSet`). */
  excluded?: Uint8Array;
}

/** Best first, equal scores in the order of the items; shorter than asked for when not enough items may be shown. */
export interface TopItems {
  items: Int32Array;
  scores: Float32Array;
}

/** The `n` best items of each query, in the queries' order. Several at once are faster, and give the same bits. */
export type TopN = (queries: readonly TopNQuery[], n: number) => TopItems[];

/** A set of items, one bit each. */
export function createItemSet(itemCount: number, items: Iterable<number> = []): Uint8Array {
  const set = new Uint8Array(Math.ceil(itemCount / 8));
  for (const item of items) addToItemSet(set, item);
  return set;
}

export function addToItemSet(set: Uint8Array, item: number): void {
  set[item >> 3] = (set[item >> 3] ?? 0) | (1 << (item & 7));
}

/** Takes a copy of the item factors (rows of `rank` values) for many searches. Throws `KernelError`. */
export function createTopN(factors: Float32Array, rank: number): TopN {
  const count = factors.length / rank;
  if (!Number.isInteger(count)) throw new KernelError('BAD_INPUT', `item factors are not rows of ${rank}`);
  checkValues('item factors', factors, factors.length);
  const memory = createMemory();
  const allocator = createAllocator(firstFreeByte(memory));
  const groupCount = Math.ceil(count / GROUP);
  const groups = allocator.reserve(groupCount * GROUP * rank * 4);
  const ids = allocator.reserve(count * 4);
  const lengths = allocator.reserve(groupCount * 4);
  growTo(memory, allocator.used);
  const order = longestFirst(factors, rank);
  writeGroups(memory.buffer, groups, factors, rank, order);
  new Int32Array(memory.buffer, ids, count).set(order);
  writeLengths(memory.buffer, lengths, factors, rank, order);
  const scan = instantiate(memory).exported('topN');

  function search(queries: readonly TopNQuery[], n: number): TopItems[] {
    const places = createAllocator(allocator.used);
    const lane = places.reserve(LANE_BYTES);
    const table = places.reserve(queries.length * QUERY_FIELDS * 4);
    const slots = queries.map(({ excluded }) => ({
      factors: places.reserve(rank * 4),
      excluded: excluded === undefined ? 0 : places.reserve(excluded.length),
      items: places.reserve(n * 4),
      scores: places.reserve(n * 4),
    }));
    growTo(memory, places.used);
    const { buffer } = memory;
    const fields = new Uint32Array(buffer, table, queries.length * QUERY_FIELDS);
    const bounds = new Float32Array(buffer, table, queries.length * QUERY_FIELDS);
    for (const [q, slot] of slots.entries()) {
      const query = queries[q];
      if (query === undefined) continue;
      fields.set([slot.factors, slot.excluded, slot.items, slot.scores], q * QUERY_FIELDS);
      bounds[q * QUERY_FIELDS + 4] = lengthOf(query.factors, 0, rank) * (1 + (rank + 8) * ROUNDING);
      new Float32Array(buffer, slot.factors, rank).set(query.factors);
      if (query.excluded !== undefined) new Uint8Array(buffer, slot.excluded).set(query.excluded);
    }
    scan(groups, ids, lengths, count, rank, table, queries.length, n, lane);
    return slots.map((slot) => readList(buffer, slot.items, slot.scores, n));
  }

  return (queries, n) => {
    for (const query of queries) checkQuery(query, rank, count);
    const length = Math.min(n, count);
    if (length < 1) return queries.map(() => ({ items: new Int32Array(0), scores: new Float32Array(0) }));
    const found: TopItems[] = [];
    for (let first = 0; first < queries.length; first += BATCH) {
      found.push(...search(queries.slice(first, first + BATCH), length));
    }
    return found;
  };
}

function checkQuery({ factors, excluded }: TopNQuery, rank: number, count: number): void {
  checkValues('factors of a query', factors, rank);
  if (excluded !== undefined && excluded.length !== Math.ceil(count / 8)) {
    throw new KernelError('BAD_INPUT', `a set of excluded items has one bit for each of ${count} items`);
  }
}

/** The items from the longest to the shortest, equal ones in their order. */
function longestFirst(factors: Float32Array, rank: number): Int32Array {
  const lengths = Float64Array.from({ length: factors.length / rank }, (_, item) =>
    lengthOf(factors, item * rank, rank),
  );
  return Int32Array.from(lengths.keys()).sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0) || a - b);
}

function lengthOf(values: Float32Array, from: number, rank: number): number {
  let square = 0;
  for (let k = from; k < from + rank; k++) square += (values[k] ?? 0) ** 2;
  return Math.sqrt(square);
}

/** Writes the items in groups: each coordinate of 32 items, then the next; places without an item stay zero. */
function writeGroups(
  buffer: SharedArrayBuffer,
  at: number,
  factors: Float32Array,
  rank: number,
  order: Int32Array,
): void {
  const groups = new Float32Array(buffer, at, Math.ceil(order.length / GROUP) * GROUP * rank);
  for (const [place, item] of order.entries()) {
    const start = Math.floor(place / GROUP) * GROUP * rank + (place % GROUP);
    for (let k = 0; k < rank; k++) groups[start + k * GROUP] = factors[item * rank + k] ?? 0;
  }
}

/** Writes the length of the longest item of each group. */
function writeLengths(
  buffer: SharedArrayBuffer,
  at: number,
  factors: Float32Array,
  rank: number,
  order: Int32Array,
): void {
  const lengths = new Float32Array(buffer, at, Math.ceil(order.length / GROUP));
  for (const group of lengths.keys())
    lengths[group] = lengthOf(factors, (order[group * GROUP] ?? 0) * rank, rank);
}

function readList(buffer: SharedArrayBuffer, itemsAt: number, scoresAt: number, n: number): TopItems {
  const items = new Int32Array(buffer, itemsAt, n);
  const empty = items.indexOf(-1);
  const length = empty === -1 ? n : empty;
  return {
    items: new Int32Array(items.subarray(0, length)),
    scores: new Float32Array(buffer, scoresAt, length).slice(),
  };
}
