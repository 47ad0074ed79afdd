/** Nearness of films in the space of their factors. */
import { dot } from '../../kernel/reference/vector.ts';
import { addToItemSet, createItemSet } from '../../kernel/top-n.ts';
import type { Directions, ScoredItem } from './model.ts';
import { createTopByProduct, type TopByProduct } from './top-by-product.ts';
import { topItems } from './top-items.ts';

/** Longer rows, as an item-based model has, are not copied for the kernel. */
const LONGEST_ROW = 512;
/** Longer lists are made from the cosines of all films. */
const LONGEST_LIST = 256;

/**
 * A function that gives the films nearest to one, by the cosine of the first `rank` of `width` values of their rows.
 * A film without factors (all zero) is near to none.
 */
export function createSimilarItems(factors: Float64Array, rank: number, width: number) {
  const norms = normsOf(factors, rank, width);
  const count = norms.length;
  const cosine = (item: number, other: number): number =>
    dot(factors, item * width, factors, other * width, rank) / ((norms[item] ?? 0) * (norms[other] ?? 0));
  const withoutFactors = createItemSet(
    count,
    norms.keys().filter((item) => norms[item] === 0),
  );
  let search: TopByProduct | null = null;

  function byKernel(item: number, limit: number): ScoredItem[] | null {
    search ??= createTopByProduct(unitRows(factors, norms, rank, width), rank);
    const from = item * width;
    const excluded = withoutFactors.slice();
    addToItemSet(excluded, item);
    return search({
      vector: factors.slice(from, from + rank).map((value) => value / (norms[item] ?? 0)),
      limit,
      excluded,
      scoreOf: (other) => cosine(item, other),
    });
  }

  return (item: number, limit: number): ScoredItem[] => {
    if ((norms[item] ?? 0) === 0 || limit <= 0) return [];
    const found = rank > LONGEST_ROW || limit > LONGEST_LIST ? null : byKernel(item, limit);
    if (found !== null) return found;
    const cosines = norms.map((other, row) => (other === 0 ? Number.NaN : cosine(item, row)));
    return topItems(cosines, limit, (other) => other === item);
  };
}

/** The rows that `createSimilarItems` compares, each of length 1; those of films without factors are zero. */
export function directionsOf(factors: Float64Array, rank: number, width: number): Directions {
  return { rank, rows: unitRows(factors, normsOf(factors, rank, width), rank, width) };
}

function normsOf(factors: Float64Array, rank: number, width: number): Float64Array {
  return Float64Array.from({ length: width === 0 ? 0 : factors.length / width }, (_, item) =>
    Math.sqrt(dot(factors, item * width, factors, item * width, rank)),
  );
}

/** Every row by its length: the product of two is their cosine. Rows without factors stay zero. */
function unitRows(factors: Float64Array, norms: Float64Array, rank: number, width: number): Float32Array {
  const rows = new Float32Array(norms.length * rank);
  for (const [item, norm] of norms.entries()) {
    if (norm === 0) continue;
    for (let k = 0; k < rank; k++) rows[item * rank + k] = (factors[item * width + k] ?? 0) / norm;
  }
  return rows;
}
