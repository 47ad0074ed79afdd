/** Sums of outer products: a += Σ q·yᵀ over the rows of two panels, on the upper triangle (in tiles of 4 × 8). */
import { mulAdd } from './lanes';

/** Rows gathered into a panel before they are multiplied: 64 rows of rank 64 stay in the first-level cache. */
export const PANEL_ROWS: i32 = 64;

/** Adds `count` outer products q·yᵀ of the panels' rows (each of `bytes` bytes) to the upper triangle of `a`. */
export function addOuterProducts(a: usize, q: usize, y: usize, count: i32, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    for (let j: usize = i & ~31; j < bytes; j += 32) {
      addTile(a + (i >> 2) * bytes + j, bytes, q + i, bytes, y + j, bytes, count);
    }
  }
}

/**
 * Adds `count` outer products to a tile of 4 × 8, whose rows are `bytes` apart: of four values, from `left` on every
 * `leftBytes`, and eight, from `right` on every `rightBytes`.
 */
export function addTile(
  r0: usize,
  bytes: usize,
  left: usize,
  leftBytes: usize,
  right: usize,
  rightBytes: usize,
  count: i32,
): void {
  const r1 = r0 + bytes;
  const r2 = r1 + bytes;
  const r3 = r2 + bytes;
  let a0 = v128.load(r0);
  let b0 = v128.load(r0, 16);
  let a1 = v128.load(r1);
  let b1 = v128.load(r1, 16);
  let a2 = v128.load(r2);
  let b2 = v128.load(r2, 16);
  let a3 = v128.load(r3);
  let b3 = v128.load(r3, 16);
  for (let row: i32 = 0; row < count; row++) {
    const u = v128.load(right);
    const v = v128.load(right, 16);
    let s = v128.load32_splat(left);
    a0 = mulAdd(s, u, a0);
    b0 = mulAdd(s, v, b0);
    s = v128.load32_splat(left, 4);
    a1 = mulAdd(s, u, a1);
    b1 = mulAdd(s, v, b1);
    s = v128.load32_splat(left, 8);
    a2 = mulAdd(s, u, a2);
    b2 = mulAdd(s, v, b2);
    s = v128.load32_splat(left, 12);
    a3 = mulAdd(s, u, a3);
    b3 = mulAdd(s, v, b3);
    left += leftBytes;
    right += rightBytes;
  }
  v128.store(r0, a0);
  v128.store(r0, b0, 16);
  v128.store(r1, a1);
  v128.store(r1, b1, 16);
  v128.store(r2, a2);
  v128.store(r2, b2, 16);
  v128.store(r3, a3);
  v128.store(r3, b3, 16);
}
