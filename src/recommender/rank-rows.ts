/** A ranking model laid over the catalogue: scores and best films by row. */
import { bestItems } from '../model/best-items.ts';
import type { Model, PersonFactors } from '../model/model.ts';
import type { Catalogue } from './catalogue.ts';
import { type RowSet, visitRows } from './row-set.ts';
import type { Serving } from './served-model.ts';

export type RankedRows = Pick<Serving, 'rankingScore' | 'topRows'>;

/** Where no model serves, no row has a score. */
export const UNRANKED: RankedRows = { rankingScore: () => Number.NaN, topRows: () => [] };

/** The model's films that the catalogue does not have are never shown. */
export function rankRows(catalogue: Catalogue, model: Model): RankedRows {
  const rowOfItem = Int32Array.from(model.items.ids, (movieId) => catalogue.rowOf(movieId) ?? -1);
  const itemOfRow = new Int32Array(catalogue.movies.length).fill(-1);
  const gone = new Uint8Array(Math.ceil(rowOfItem.length / 8));
  for (const [item, row] of rowOfItem.entries()) {
    if (row < 0) exclude(gone, item);
    else itemOfRow[row] = item;
  }

  /** By film of the model, from a set by row. */
  function excludedItems(rows: RowSet): Uint8Array {
    const bits = gone.slice();
    visitRows(rows, (row) => {
      const item = itemOfRow[row] ?? -1;
      if (item >= 0) exclude(bits, item);
    });
    return bits;
  }

  function topRows(person: PersonFactors, n: number, excluded: RowSet): number[] {
    const bits = excludedItems(excluded);
    const best = bestItems(model, person, n, bits);
    return best.map(({ item }) => rowOfItem[item] ?? -1);
  }

  return {
    rankingScore(person, row) {
      const item = itemOfRow[row] ?? -1;
      return item < 0 ? Number.NaN : model.predict(person, item);
    },
    topRows,
  };
}

function exclude(bits: Uint8Array, item: number): void {
  bits[item >> 3] = (bits[item >> 3] ?? 0) | (1 << (item & 7));
}
