/**
 * The best films by the product of a vector and each film's row, found by the kernel in single precision and proved in
 * double: the same list as scoring every film in double precision gives.
 */

import { createTopN, type TopItems } from '../../kernel/top-n.ts';
import { fromKernelHere } from './kernel-pool.ts';
import type { ScoredItem } from './model.ts';

/** Films asked for beyond those wanted: rounding may have changed their order. */
const SPARE = 16;
/** What rounding changes a score by at most, for each factor, relative to the lengths of its two rows. */
const ROUNDING = 2 ** -23;

/** One question: what the rows are multiplied by, how many films, and the score of each in double precision. */
export interface ProductQuery {
  vector: Float64Array;
  limit: number;
  /** One bit for each film. */
  excluded: Uint8Array;
  scoreOf: (item: number) => number;
}

/** Best first, equal ones by film. Null where single precision cannot tell who is among the best. */
export type TopByProduct = (query: ProductQuery) => ScoredItem[] | null;

/** Takes a copy of the rows, of `rank` values. */
export function createTopByProduct(rows: Float32Array, rank: number): TopByProduct {
  const topN = fromKernelHere(() => createTopN(rows, rank));
  let longest = 0;
  for (let at = 0; at < rows.length; at += rank) longest = Math.max(longest, lengthOf(rows, at, rank));

  return ({ vector, limit, excluded, scoreOf }) => {
    const asked = limit + SPARE;
    const [found] = topN([{ factors: Float32Array.from(vector), excluded }], asked);
    if (found === undefined) return null;
    const best = rescored(found, scoreOf).slice(0, limit);
    if (found.items.length < asked) return best;
    const error = (rank + 8) * ROUNDING * longest * lengthOf(vector, 0, rank);
    return (best.at(-1)?.score ?? 0) > (found.scores.at(-1) ?? 0) + error ? best : null;
  };
}

function rescored({ items }: TopItems, scoreOf: (item: number) => number): ScoredItem[] {
  return Array.from(items, (item) => ({ item, score: scoreOf(item) })).sort(
    (a, b) => b.score - a.score || a.item - b.item,
  );
}

function lengthOf(values: Float32Array | Float64Array, from: number, rank: number): number {
  let square = 0;
  for (let k = from; k < from + rank; k++) square += (values[k] ?? 0) ** 2;
  return Math.sqrt(square);
}
