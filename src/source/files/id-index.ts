/** Gives ids their places in the order in which they first appear. */

/** Ids up to here are looked up in an array (32 MB at most), larger ones in a map. */
const DENSE_LIMIT = 1 << 23;
const ABSENT = -1;

export interface IdIndex {
  readonly size: number;
  /** The place of an id, −1 when it has none. */
  indexOf(id: number): number;
  /** The place of an id, which is given the next one when it has none. */
  add(id: number): number;
}

/** An empty index of whole numbers from 0. */
export function createIdIndex(): IdIndex {
  let dense = new Int32Array(1 << 12).fill(ABSENT);
  const sparse = new Map<number, number>();
  let size = 0;
  const indexOf = (id: number) => (id < DENSE_LIMIT ? (dense[id] ?? ABSENT) : (sparse.get(id) ?? ABSENT));
  const remember = (id: number, place: number) => {
    if (id >= DENSE_LIMIT) {
      sparse.set(id, place);
      return;
    }
    if (id >= dense.length) {
      const wider = new Int32Array(Math.min(DENSE_LIMIT, 2 ** Math.ceil(Math.log2(id + 1)))).fill(ABSENT);
      wider.set(dense);
      dense = wider;
    }
    dense[id] = place;
  };
  return {
    get size() {
      return size;
    },
    indexOf,
    add(id) {
      const known = indexOf(id);
      if (known !== ABSENT) return known;
      remember(id, size);
      size += 1;
      return size - 1;
    },
  };
}
