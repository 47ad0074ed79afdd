/** Sets of rows of the catalogue, one bit each: 3 kB for 27,000 films, copied and joined word by word. */

/** Bit `row & 31` of word `row >> 5`. */
export type RowSet = Uint32Array;

const WORD_BITS = 32;

export function createRowSet(size: number, rows: Iterable<number> = []): RowSet {
  const set = new Uint32Array(Math.ceil(size / WORD_BITS));
  addRows(set, rows);
  return set;
}

export function hasRow(set: RowSet, row: number): boolean {
  return (((set[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function addRow(set: RowSet, row: number): void {
  set[row >>> 5] = (set[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function addRows(set: RowSet, rows: Iterable<number>): void {
  for (const row of rows) addRow(set, row);
}

/** Adds every row that is in none of the others; bits past the last row, which nobody asks about, are set too. */
export function addRowsBeyond(set: RowSet, others: readonly RowSet[]): void {
  for (let word = 0; word < set.length; word++) {
    let known = 0;
    for (const other of others) known |= other[word] ?? 0;
    set[word] = (set[word] ?? 0) | ~known;
  }
}

/** Calls `visit` with each row of the set, in ascending order. */
export function visitRows(set: RowSet, visit: (row: number) => void): void {
  for (let word = 0; word < set.length; word++) {
    for (let bits = set[word] ?? 0; bits !== 0; bits &= bits - 1) {
      visit(word * WORD_BITS + (31 - Math.clz32(bits & -bits)));
    }
  }
}
