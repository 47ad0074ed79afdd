/** A ranking model laid over the catalogue: scores and best films by row. */
import { bestItems } from '../model/best-items.ts';
import type { Model, PersonFactors } from '../model/model.ts';
import type { Catalogue } from './catalogue.ts';
import type { Serving } from './served-model.ts';

type RankedRows = Pick<Serving, 'rankingScore' | 'topRows'>;

/** Where no model serves, no row has a score. */
export const UNRANKED: RankedRows = { rankingScore: () => Number.NaN, topRows: () => [] };

const WORD_BYTES = 4;

/** The model's films that the catalogue does not have are never shown. */
export function rankRows(catalogue: Catalogue, model: Model): RankedRows {
  const rowOfItem = Int32Array.from(model.items.ids, (movieId) => catalogue.rowOf(movieId) ?? -1);
  const itemOfRow = new Int32Array(catalogue.movies.length).fill(-1);
  const gone = new Uint8Array(Math.ceil(rowOfItem.length / 8));
  for (const [item, row] of rowOfItem.entries()) {
    if (row < 0) exclude(gone, item);
    else itemOfRow[row] = item;
  }

  /** One bit for each film of the model, from one byte for each row: most rows are not marked, and looked at by fours. */
  function excludedItems(marks: Uint8Array): Uint8Array {
    const bits = gone.slice();
    const mark = (row: number): void => {
      const item = itemOfRow[row] ?? -1;
      if (marks[row] !== 0 && item >= 0) exclude(bits, item);
    };
    const words = new Uint32Array(marks.buffer, marks.byteOffset, Math.floor(marks.length / WORD_BYTES));
    for (let word = 0; word < words.length; word++) {
      if (words[word] === 0) continue;
      for (let row = word * WORD_BYTES; row < (word + 1) * WORD_BYTES; row++) mark(row);
    }
    for (let row = words.length * WORD_BYTES; row < marks.length; row++) mark(row);
    return bits;
  }

  function topRows(person: PersonFactors, n: number, excluded: Uint8Array): number[] {
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
