/**
 * The inverse of a large symmetric positive definite matrix by all threads, in place on its upper triangle: the sweep
 * operator (Goodnight 1979, "A tutorial on the SWEEP operator"), 64 rows at a time. Sweeping the rows K makes of A:
 * −P in the block of K, where P is its inverse; P·A in the rows of K; and A − Aᵀ·P·A everywhere else. After all rows
 * it is the inverse with its sign turned. Each value is written by one thread: the bits do not depend on their number.
 */
import { addTile, PANEL_ROWS } from './gram';
import { fail, Job, meet, take } from './job';

/** Columns that are gathered together. */
const COLUMNS: usize = 8;

/** Begins as a `Job` does, so that threads can meet. */
@unmanaged
export class Inversion {
  threads: i32;
  spins: i32;
  arrived: i32;
  generation: i32;
  next: i32;
  failedRow: i32;
  /** Rows of the matrix, a multiple of eight. */
  rows: i32;
  /** rows × rows; the upper triangle counts. */
  matrix: usize;
  /** The rows being swept: of every eight columns, one row of eight after the other. Zero in the block itself. */
  panel: usize;
  /** −P times them: of every four columns, one row of four after the other. */
  product: usize;
  /** Two 64 × 64 matrices for each thread. */
  scratch: usize;
}

/** Called by every thread. */
export function invertSymmetric(inversion: Inversion, thread: i32): void {
  const job = changetype<Job>(changetype<usize>(inversion));
  const inverse = inversion.scratch + ((<usize>thread) << 15);
  for (let first: i32 = 0; first < inversion.rows; first += PANEL_ROWS) {
    const count = min(PANEL_ROWS, inversion.rows - first);
    if (!invertBlock(inversion, <usize>first, <usize>count, inverse)) fail(job, first);
    for (;;) {
      const column = <usize>take(job, 8);
      if (column >= <usize>inversion.rows) break;
      gatherColumns(inversion, <usize>first, <usize>count, column, inverse);
    }
    meet(job);
    for (;;) {
      const row = take(job, 4);
      if (row >= inversion.rows) break;
      if (row < first || row >= first + count) sweepRows(inversion, <usize>row, count);
    }
    meet(job);
    for (;;) {
      const column = <usize>take(job, 8);
      if (column >= <usize>inversion.rows) break;
      writeColumns(inversion, <usize>first, <usize>count, column, inverse);
    }
    meet(job);
  }
}

function entry(inversion: Inversion, row: usize, column: usize): usize {
  const upper = min(row, column) * <usize>inversion.rows + max(row, column);
  return inversion.matrix + (upper << 2);
}

/** P by sweeping one row after the other (every thread for itself: that is quicker than waiting for one). */
function invertBlock(inversion: Inversion, first: usize, count: usize, p: usize): bool {
  for (let i: usize = 0; i < count; i++) {
    for (let j: usize = 0; j < count; j++) {
      store<f32>(at(p, i, j), load<f32>(entry(inversion, first + i, first + j)));
    }
  }
  let definite = true;
  for (let k: usize = 0; k < count; k++) {
    const pivot = load<f32>(at(p, k, k));
    if (!(pivot > 0)) definite = false;
    for (let i: usize = 0; i < count; i++) {
      if (i === k) continue;
      const share = load<f32>(at(p, i, k)) / pivot;
      for (let j: usize = 0; j < count; j++) {
        if (j !== k) store<f32>(at(p, i, j), load<f32>(at(p, i, j)) - share * load<f32>(at(p, k, j)));
      }
    }
    for (let i: usize = 0; i < count; i++) {
      if (i === k) continue;
      store<f32>(at(p, i, k), -load<f32>(at(p, i, k)) / pivot);
      store<f32>(at(p, k, i), load<f32>(at(p, k, i)) / pivot);
    }
    store<f32>(at(p, k, k), 1 / pivot);
  }
  return definite;
}

/** A value of a block of 64 × 64. */
function at(block: usize, i: usize, j: usize): usize {
  return block + (((i << 6) + j) << 2);
}

/** Gathers eight columns of the rows being swept, and multiplies them by −P. */
function gatherColumns(
  inversion: Inversion,
  first: usize,
  count: usize,
  column: usize,
  inverse: usize,
): void {
  const group = inversion.panel + ((column * <usize>PANEL_ROWS) << 2);
  const inside = column >= first && column < first + count;
  for (let k: usize = 0; k < count; k++) {
    for (let c: usize = 0; c < COLUMNS; c++) {
      const value: f32 = inside ? 0 : load<f32>(entry(inversion, first + k, column + c));
      store<f32>(group + ((k * COLUMNS + c) << 2), value);
    }
  }
  const low = inversion.product + ((column * <usize>PANEL_ROWS) << 2);
  const high = low + ((<usize>PANEL_ROWS) << 4);
  for (let k: usize = 0; k < count; k++) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    for (let m: usize = 0; m < count; m++) {
      const scale = v128.load32_splat(at(inverse, k, m));
      a = f32x4.sub(a, f32x4.mul(scale, v128.load(group + (m << 5))));
      b = f32x4.sub(b, f32x4.mul(scale, v128.load(group + (m << 5), 16)));
    }
    v128.store(low + (k << 4), a);
    v128.store(high + (k << 4), b);
  }
}

/** Adds the outer products to four rows, from their diagonal on. */
function sweepRows(inversion: Inversion, row: usize, count: i32): void {
  const bytes = (<usize>inversion.rows) << 2;
  const left = inversion.product + ((row * <usize>PANEL_ROWS) << 2);
  for (let column = row & ~7; column < <usize>inversion.rows; column += COLUMNS) {
    const tile = inversion.matrix + row * bytes + (column << 2);
    addTile(tile, bytes, left, 16, inversion.panel + ((column * <usize>PANEL_ROWS) << 2), 32, count);
  }
}

/** Writes P·A back to the rows swept, and −P to their block. */
function writeColumns(inversion: Inversion, first: usize, count: usize, column: usize, inverse: usize): void {
  const inside = column >= first && column < first + count;
  for (let c: usize = 0; c < COLUMNS; c++) {
    const group = inversion.product + (((column + (c & 4)) * <usize>PANEL_ROWS) << 2);
    for (let k: usize = 0; k < count; k++) {
      // P is symmetric but for rounding, and each of its values is written once.
      if (inside && first + k > column + c) continue;
      const value = inside
        ? load<f32>(at(inverse, k, column + c - first))
        : load<f32>(group + (k << 4) + ((c & 3) << 2));
      store<f32>(entry(inversion, first + k, column + c), -value);
    }
  }
}
