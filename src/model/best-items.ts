/** The best films of a person by whichever way a model has. */
import type { Model, PersonFactors, ScoredItem } from './model.ts';
import { topItems } from './top-items.ts';

/**
 * The `limit` films of the highest scores, best first, equal ones by film, without those whose bit is set in `excluded`.
 * Null is somebody unknown. `scores` is room for a score of every film, where the caller asks often.
 */
export function bestItems(
  model: Model,
  person: PersonFactors | null,
  limit: number,
  excluded: Uint8Array,
  scores?: Float64Array,
): ScoredItem[] {
  const sooner = person === null ? null : (model.topItems?.(person, limit, excluded) ?? null);
  return sooner ?? topItems(model.scoreItems(person, scores), limit, (item) => hasBit(excluded, item));
}

function hasBit(bits: Uint8Array, item: number): boolean {
  return ((bits[item >> 3] ?? 0) & (1 << (item & 7))) !== 0;
}
