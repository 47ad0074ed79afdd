/** The one mapping between ids (of persons or films) and the rows of a factor matrix. */

export interface Vocabulary<Id extends string | number> {
  readonly size: number;
  /** The ids in row order. */
  readonly ids: readonly Id[];
  /** The row of an id; undefined for one the model never saw. */
  indexOf(id: Id): number | undefined;
}

/** A vocabulary of distinct ids in canonical order: numbers by value, strings by code unit. */
export function createVocabulary<Id extends string | number>(ids: Iterable<Id>): Vocabulary<Id> {
  const sorted = [...new Set(ids)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const rows = new Map(sorted.map((id, row) => [id, row]));
  return { size: sorted.length, ids: sorted, indexOf: (id) => rows.get(id) };
}
