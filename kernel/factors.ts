/** Factor matrices, one row after another without padding, in and out of the shared memory. */
import { rowFloats } from './memory.ts';

export interface Factors {
  /** users × unknowns */
  users: Float32Array;
  /** items × unknowns */
  items: Float32Array;
}

/** Writes rows of `unknowns` values to `at`, each padded with zeros. */
export function writeRows(buffer: SharedArrayBuffer, at: number, rows: Float32Array, unknowns: number): void {
  const width = rowFloats(unknowns);
  const count = unknowns === 0 ? 0 : rows.length / unknowns;
  const target = new Float32Array(buffer, at, count * width);
  if (width === unknowns) {
    target.set(rows);
    return;
  }
  target.fill(0);
  for (let row = 0; row < count; row++) {
    target.set(rows.subarray(row * unknowns, (row + 1) * unknowns), row * width);
  }
}

/** Reads what `writeRows` wrote, as a copy of its own. */
export function readRows(
  buffer: SharedArrayBuffer,
  at: number,
  count: number,
  unknowns: number,
): Float32Array {
  const width = rowFloats(unknowns);
  const source = new Float32Array(buffer, at, count * width);
  if (width === unknowns) return new Float32Array(source);
  const rows = new Float32Array(count * unknowns);
  for (let row = 0; row < count; row++) {
    rows.set(source.subarray(row * width, row * width + unknowns), row * unknowns);
  }
  return rows;
}
