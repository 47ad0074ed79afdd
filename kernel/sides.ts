/** Writes a rating matrix into the shared memory twice, by user and by item, as the threads read it. */
import { ENTRY_LANES, type SideLayout } from './layout.ts';
import { columnCounts, rowCount, rowCounts, type SparsePattern } from './sparse-matrix.ts';

/** The values of each entry; without weights for an explicit model. */
export interface EntryValues {
  targets: Float32Array;
  weights?: Float32Array;
}

/** Writes offsets, entries and order of work of both sides. Entries of an item come in the order of the users. */
export function writeSides(
  buffer: SharedArrayBuffer,
  pattern: SparsePattern,
  values: EntryValues,
  users: SideLayout,
  items: SideLayout,
): void {
  const lanes = values.weights === undefined ? 1 : ENTRY_LANES;
  const userOffsets = writeOffsets(buffer, users, rowCounts(pattern), lanes);
  const itemOffsets = writeOffsets(buffer, items, columnCounts(pattern), lanes);
  const user = entriesOf(buffer, users, userOffsets);
  const item = entriesOf(buffer, items, itemOffsets);
  const itemNext = itemOffsets.slice();
  for (let row = 0; row < rowCount(pattern); row++) {
    let to = userOffsets[row] ?? 0;
    for (let from = pattern.starts[row] ?? 0; from < (pattern.starts[row + 1] ?? 0); from++) {
      const column = pattern.columns[from] ?? 0;
      const place = itemNext[column] ?? 0;
      itemNext[column] = place + 1;
      user.indices[to] = column;
      item.indices[place] = row;
      user.targets[to] = item.targets[place] = values.targets[from] ?? 0;
      if (values.weights !== undefined) user.weights[to] = item.weights[place] = values.weights[from] ?? 0;
      to++;
    }
  }
}

/** Padding has index, weight and target zero: it is left as `fill` made it. */
function entriesOf(buffer: SharedArrayBuffer, side: SideLayout, offsets: Uint32Array) {
  const length = offsets.at(-1) ?? 0;
  const hasWeights = side.targets > side.weights;
  return {
    indices: new Uint32Array(buffer, side.indices, length).fill(0),
    weights: new Float32Array(buffer, side.weights, hasWeights ? length : 0).fill(0),
    targets: new Float32Array(buffer, side.targets, length).fill(0),
  };
}

/** Writes where each row begins, padded to whole lanes, and the rows from the longest to the shortest. */
function writeOffsets(
  buffer: SharedArrayBuffer,
  side: SideLayout,
  counts: Uint32Array,
  lanes: number,
): Uint32Array {
  const offsets = new Uint32Array(buffer, side.offsets, counts.length + 1);
  let end = 0;
  for (const [row, count] of counts.entries()) {
    offsets[row] = end;
    end += Math.ceil(count / lanes) * lanes;
  }
  offsets[counts.length] = end;
  new Uint32Array(buffer, side.order, counts.length).set(byFallingCount(counts));
  return offsets;
}

/** The rows from the largest count to the smallest, equal ones in their order (a counting sort). */
function byFallingCount(counts: Uint32Array): Uint32Array {
  let most = 0;
  for (let row = 0; row < counts.length; row++) most = Math.max(most, counts[row] ?? 0);
  const next = new Uint32Array(most + 2);
  for (let row = 0; row < counts.length; row++) {
    const place = most - (counts[row] ?? 0) + 1;
    next[place] = (next[place] ?? 0) + 1;
  }
  for (let k = 1; k < next.length; k++) next[k] = (next[k] ?? 0) + (next[k - 1] ?? 0);
  const order = new Uint32Array(counts.length);
  for (let row = 0; row < counts.length; row++) {
    const place = most - (counts[row] ?? 0);
    order[next[place] ?? 0] = row;
    next[place] = (next[place] ?? 0) + 1;
  }
  return order;
}
