/**
 * The best films of a person by the product of their factors and each film's, found by the kernel in single precision
 * and proved in double: the same list as scoring every film in double precision gives.
 */

import { dot } from '../../../kernel/reference/vector.ts';
import { createTopN, type TopItems, type TopN } from '../../../kernel/top-n.ts';
import { fromKernelHere } from '../kernel-pool.ts';
import type { ScoredItem } from '../model.ts';

/** Films asked for beyond those wanted: rounding may have changed their order. */
const SPARE = 16;
/** What rounding changes a score by at most, for each factor, relative to the lengths of its two rows. */
const ROUNDING = 2 ** -23;

/** `excluded` has one bit for each film. Null where single precision cannot tell who is among the best. */
export type TopByFactors = (person: Float64Array, limit: number, excluded: Uint8Array) => ScoredItem[] | null;

/** Takes a copy of the factors, rows of `rank`, when it is first asked. */
export function createTopByFactors(factors: Float64Array, rank: number): TopByFactors {
  let search: { topN: TopN; longest: number } | null = null;

  function prepare(): { topN: TopN; longest: number } {
    let square = 0;
    for (let at = 0; at < factors.length; at += rank)
      square = Math.max(square, dot(factors, at, factors, at, rank));
    const topN = fromKernelHere(() => createTopN(Float32Array.from(factors), rank));
    return { topN, longest: Math.sqrt(square) };
  }

  return (person, limit, excluded) => {
    search ??= prepare();
    const asked = limit + SPARE;
    const [found] = search.topN([{ factors: Float32Array.from(person), excluded }], asked);
    if (found === undefined) return null;
    const best = rescored(found, factors, person, rank).slice(0, limit);
    if (found.items.length < asked) return best;
    const error = (rank + 8) * ROUNDING * search.longest * Math.sqrt(dot(person, 0, person, 0, rank));
    return (best.at(-1)?.score ?? 0) > (found.scores.at(-1) ?? 0) + error ? best : null;
  };
}

/** The films found, by their score in double precision; equal ones by film. */
function rescored(
  { items }: TopItems,
  factors: Float64Array,
  person: Float64Array,
  rank: number,
): ScoredItem[] {
  return Array.from(items, (item) => ({ item, score: dot(person, 0, factors, item * rank, rank) })).sort(
    (a, b) => b.score - a.score || a.item - b.item,
  );
}
