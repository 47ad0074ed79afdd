/** Nearness of films in the space of their factors. */
import { dot } from '../../kernel/reference/vector.ts';
import type { ScoredItem } from './model.ts';
import { topItems } from './top-items.ts';

/**
 * A function that gives the films nearest to one, by the cosine of the first `rank` of `width` values of their rows.
 * A film without factors (all zero) is near to none.
 */
export function createSimilarItems(factors: Float64Array, rank: number, width: number) {
  const count = width === 0 ? 0 : factors.length / width;
  const norms = Float64Array.from({ length: count }, (_, item) =>
    Math.sqrt(dot(factors, item * width, factors, item * width, rank)),
  );
  return (item: number, limit: number): ScoredItem[] => {
    const norm = norms[item] ?? 0;
    if (norm === 0 || limit <= 0) return [];
    const cosines = norms.map((other, row) =>
      other === 0 ? Number.NaN : dot(factors, item * width, factors, row * width, rank) / (norm * other),
    );
    return topItems(cosines, limit, (other) => other === item);
  };
}
