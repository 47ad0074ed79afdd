/**
 * Exact best items of a catalogue for several queries: a sorted list keeps the best, and a test of four lanes at once
 * tells which scores are worth a look. Items lie in groups of 32, coordinate by coordinate, so that a score is summed in
 * one lane, in the same order whichever queries share the scan. They come with the longest first, and a scan ends where
 * no item that is left can beat the last of the list: a score is at most the product of the lengths (Cauchy–Schwarz;
 * Teflioudi, Gemulla & Mykytiuk 2015, "LEMP").
 */
import { mulAdd } from './lanes';

const GROUP: i32 = 32;

/** One query of a scan. */
@unmanaged
export class Query {
  /** `rank` floats. */
  factors: usize;
  /** One bit an item, 1 for those that may not be shown; 0 for none. */
  excluded: usize;
  /** The best so far, best first, equal scores by item: indices (−1 for an empty place) and scores. */
  items: usize;
  scores: usize;
  /** Its length, made larger by what rounding may add to a score. */
  length: f32;
}

export function queryBytes(): usize {
  return offsetof<Query>();
}

/**
 * Fills each query's list with its `n` best of `count` items. `ids` has the number of each item, `lengths` the length of
 * the longest item of each group, falling. `lane` is room for 16 floats.
 */
export function topN(
  groups: usize,
  ids: usize,
  lengths: usize,
  count: i32,
  rank: i32,
  queries: usize,
  queryCount: i32,
  n: i32,
  lane: usize,
): void {
  for (let q: i32 = 0; q < queryCount; q++) clear(queryAt(queries, q), n);
  const groupBytes = (<usize>(rank * GROUP)) << 2;
  let open = true;
  for (let first: i32 = 0; open && first < count; first += GROUP) {
    const group = groups + <usize>(first / GROUP) * groupBytes;
    const longest = longestAt(lengths, first);
    open = false;
    let q: i32 = 0;
    for (; q + 4 <= queryCount; q += 4) {
      const quad = queries + <usize>q * queryBytes();
      if (areOutOfReach(quad, longest, n)) continue;
      open = true;
      for (let part: i32 = 0; part < GROUP; part += 8) {
        scoreFour(group + ((<usize>part) << 2), ids, first + part, count, rank, quad, n, lane);
      }
    }
    for (; q < queryCount; q++) {
      const query = queryAt(queries, q);
      if (isOutOfReach(query, longest, n)) continue;
      open = true;
      scoreOne(group, ids, first, count, rank, query, n, lane);
    }
  }
}

/** Of four queries. */
function areOutOfReach(quad: usize, longest: f32, n: i32): bool {
  for (let q: i32 = 0; q < 4; q++) {
    if (!isOutOfReach(queryAt(quad, q), longest, n)) return false;
  }
  return true;
}

function longestAt(lengths: usize, first: i32): f32 {
  return load<f32>(lengths + ((<usize>(first / GROUP)) << 2));
}

/** Whether no item of this length, or a shorter one, can beat the last of the list, or equal it. */
function isOutOfReach(query: Query, longest: f32, n: i32): bool {
  return longest * query.length < load<f32>(query.scores + ((<usize>(n - 1)) << 2));
}

function queryAt(queries: usize, q: i32): Query {
  return changetype<Query>(queries + <usize>q * queryBytes());
}

function clear(query: Query, n: i32): void {
  for (let k: usize = 0; k < (<usize>n) << 2; k += 4) {
    store<i32>(query.items + k, -1);
    store<f32>(query.scores + k, -Infinity);
  }
}

/** Scores 32 items for one query. */
function scoreOne(
  group: usize,
  ids: usize,
  first: i32,
  count: i32,
  rank: i32,
  query: Query,
  n: i32,
  lane: usize,
): void {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let e = a;
  let f = a;
  let g = a;
  let h = a;
  let y = group;
  const end = query.factors + ((<usize>rank) << 2);
  for (let x = query.factors; x < end; x += 4) {
    const s = v128.load32_splat(x);
    a = mulAdd(v128.load(y), s, a);
    b = mulAdd(v128.load(y, 16), s, b);
    c = mulAdd(v128.load(y, 32), s, c);
    d = mulAdd(v128.load(y, 48), s, d);
    e = mulAdd(v128.load(y, 64), s, e);
    f = mulAdd(v128.load(y, 80), s, f);
    g = mulAdd(v128.load(y, 96), s, g);
    h = mulAdd(v128.load(y, 112), s, h);
    y += 128;
  }
  offerEight(a, b, ids, first, count, query, n, lane);
  offerEight(c, d, ids, first + 8, count, query, n, lane);
  offerEight(e, f, ids, first + 16, count, query, n, lane);
  offerEight(g, h, ids, first + 24, count, query, n, lane);
}

/** Scores eight items for four queries. */
function scoreFour(
  y: usize,
  ids: usize,
  first: i32,
  count: i32,
  rank: i32,
  quad: usize,
  n: i32,
  lane: usize,
): void {
  const q0 = queryAt(quad, 0);
  const q1 = queryAt(quad, 1);
  const q2 = queryAt(quad, 2);
  const q3 = queryAt(quad, 3);
  const x0 = q0.factors;
  const x1 = q1.factors;
  const x2 = q2.factors;
  const x3 = q3.factors;
  let a0 = f32x4.splat(0);
  let b0 = a0;
  let a1 = a0;
  let b1 = a0;
  let a2 = a0;
  let b2 = a0;
  let a3 = a0;
  let b3 = a0;
  let at = y;
  for (let k: usize = 0; k < (<usize>rank) << 2; k += 4) {
    const u = v128.load(at);
    const v = v128.load(at, 16);
    let s = v128.load32_splat(x0 + k);
    a0 = mulAdd(u, s, a0);
    b0 = mulAdd(v, s, b0);
    s = v128.load32_splat(x1 + k);
    a1 = mulAdd(u, s, a1);
    b1 = mulAdd(v, s, b1);
    s = v128.load32_splat(x2 + k);
    a2 = mulAdd(u, s, a2);
    b2 = mulAdd(v, s, b2);
    s = v128.load32_splat(x3 + k);
    a3 = mulAdd(u, s, a3);
    b3 = mulAdd(v, s, b3);
    at += 128;
  }
  offerEight(a0, b0, ids, first, count, q0, n, lane);
  offerEight(a1, b1, ids, first, count, q1, n, lane);
  offerEight(a2, b2, ids, first, count, q2, n, lane);
  offerEight(a3, b3, ids, first, count, q3, n, lane);
}

/** Looks closer at eight scores when one of them beats the last of the list, or equals it. */
function offerEight(
  a: v128,
  b: v128,
  ids: usize,
  first: i32,
  count: i32,
  query: Query,
  n: i32,
  lane: usize,
): void {
  const last = query.scores + ((<usize>(n - 1)) << 2);
  const threshold = v128.load32_splat(last);
  if (!v128.any_true(v128.or(f32x4.ge(a, threshold), f32x4.ge(b, threshold)))) return;
  v128.store(lane, a);
  v128.store(lane, b, 16);
  for (let j: i32 = 0; j < 8 && first + j < count; j++) {
    const score = load<f32>(lane + ((<usize>j) << 2));
    if (score < load<f32>(last)) continue;
    const item = load<i32>(ids + ((<usize>(first + j)) << 2));
    if (!isExcluded(query, item)) insert(query, n, item, score);
  }
}

function isExcluded(query: Query, item: i32): bool {
  if (query.excluded === 0) return false;
  return ((load<u8>(query.excluded + <usize>(item >> 3)) >> <u8>(item & 7)) & 1) !== 0;
}

/** Puts an item into its place, if it has one: behind higher scores, and behind equal ones of lower items. */
function insert(query: Query, n: i32, item: i32, score: f32): void {
  let place = (<usize>(n - 1)) << 2;
  if (!isBefore(score, item, query, place)) return;
  while (place > 0 && isBefore(score, item, query, place - 4)) {
    store<f32>(query.scores + place, load<f32>(query.scores + place - 4));
    store<i32>(query.items + place, load<i32>(query.items + place - 4));
    place -= 4;
  }
  store<f32>(query.scores + place, score);
  store<i32>(query.items + place, item);
}

/** Whether an item comes before the one at a place of the list; an empty place comes after all. */
function isBefore(score: f32, item: i32, query: Query, place: usize): bool {
  const other = load<f32>(query.scores + place);
  if (score !== other) return score > other;
  const there = load<i32>(query.items + place);
  return there < 0 || item < there;
}
