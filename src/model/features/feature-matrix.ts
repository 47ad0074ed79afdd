/** Features as sparse columns: for each feature the rows (people or films) that have it, and how much of it. */
import type { SparseRows } from '../../../kernel/reference/sparse-rows.ts';
import { transpose } from '../matrix.ts';
import { createVocabulary, type Vocabulary } from '../vocabulary.ts';

/** One kind of features, which share a prior of their own. Row f of `columns` is feature f. */
export interface FeatureGroup {
  columns: SparseRows;
}

/** One feature for each trait that any of the rows has, of value 1. */
export function traitFeatures(traits: readonly (readonly string[])[]): FeatureGroup & {
  names: Vocabulary<string>;
} {
  const names = createVocabulary(traits.flat());
  const starts = [0];
  const columns: number[] = [];
  for (const row of traits) {
    const places = new Set(row.map((name) => names.indexOf(name) ?? 0));
    columns.push(...[...places].sort((a, b) => a - b));
    starts.push(columns.length);
  }
  const byRow = {
    starts: Uint32Array.from(starts),
    columns: Int32Array.from(columns),
    values: new Float32Array(columns.length).fill(1),
  };
  return { names, columns: transpose(byRow, names.size) };
}

/**
 * Who rated what: a feature for each column of a rating matrix, 1/√n for each of a row's n ratings whatever they say, so
 * that every row has length 1 (the implicit feedback of SVD++; Koren 2008, "Factorization meets the neighborhood").
 */
export function implicitFeatures({ starts, columns }: SparseRows, columnCount: number): FeatureGroup {
  const values = new Float32Array(columns.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    const from = starts[row] ?? 0;
    const to = starts[row + 1] ?? 0;
    values.fill(implicitShare(to - from), from, to);
  }
  return { columns: transpose({ starts, columns, values }, columnCount) };
}

/** What each of a row's ratings counts for in `implicitFeatures`. */
export function implicitShare(ratings: number): number {
  return ratings === 0 ? 0 : 1 / Math.sqrt(ratings);
}
