/** Square matrices, row-major with rows of `bytes` bytes, times a vector; triangular ones skip their zero half. */
import { mulAdd, sumLanesOfFour } from './lanes';
import { dotOfFour } from './vector';

/** out = A·x. */
export function multiply(a: usize, x: usize, out: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const row = a + (i >> 2) * bytes;
    v128.store(out + i, dotOfFour(row, row + bytes, row + 2 * bytes, row + 3 * bytes, x, bytes));
  }
}

/*
 * Of several vectors, one behind the other, four rows of A are applied to all of them before the next four are looked
 * at, and to two at a time: A is read from memory once, and into registers for every second vector.
 */

/** out = A·x for `count` vectors and a lower triangular A whose upper half holds zeros. */
export function multiplyLower(a: usize, x: usize, out: usize, count: i32, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    multiplyFour(a + (i >> 2) * bytes, bytes, x, out + i, count, (i & ~31) + 32);
  }
}

/** out = A·x for `count` vectors and an upper triangular A whose lower half holds zeros. */
export function multiplyUpper(a: usize, x: usize, out: usize, count: i32, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const skipped = i & ~31;
    multiplyFour(a + (i >> 2) * bytes + skipped, bytes, x + skipped, out + i, count, bytes - skipped);
  }
}

/** Four values of each vector's product: four rows of `used` bytes times the vector. Vectors are `bytes` apart. */
function multiplyFour(row: usize, bytes: usize, x: usize, out: usize, count: i32, used: usize): void {
  const r1 = row + bytes;
  const r2 = r1 + bytes;
  const r3 = r2 + bytes;
  for (let place: i32 = 0; place < count; place += 2) {
    // The last of an odd number goes through the same sums, beside itself.
    const isLast = place + 1 === count;
    const other = isLast ? x : x + bytes;
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let b0 = a0;
    let b1 = a0;
    let b2 = a0;
    let b3 = a0;
    for (let k: usize = 0; k < used; k += 16) {
      const p = v128.load(x + k);
      const q = v128.load(other + k);
      let r = v128.load(row + k);
      a0 = mulAdd(r, p, a0);
      b0 = mulAdd(r, q, b0);
      r = v128.load(r1 + k);
      a1 = mulAdd(r, p, a1);
      b1 = mulAdd(r, q, b1);
      r = v128.load(r2 + k);
      a2 = mulAdd(r, p, a2);
      b2 = mulAdd(r, q, b2);
      r = v128.load(r3 + k);
      a3 = mulAdd(r, p, a3);
      b3 = mulAdd(r, q, b3);
    }
    v128.store(out, sumLanesOfFour(a0, a1, a2, a3));
    if (!isLast) v128.store(out + bytes, sumLanesOfFour(b0, b1, b2, b3));
    x += 2 * bytes;
    out += 2 * bytes;
  }
}

/** Copies the upper triangle to the lower one. */
export function mirrorUpper(a: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 4) {
    for (let j: usize = i + 4; j < bytes; j += 4) {
      store<f32>(a + (j >> 2) * bytes + i, load<f32>(a + (i >> 2) * bytes + j));
    }
  }
}

/** Adds a penalty to the diagonal of the unknowns, and makes the padding's one, so that it stays positive definite. */
export function addDiagonal(a: usize, penalty: f32, unknowns: i32, bytes: usize): void {
  const used = (<usize>unknowns) << 2;
  for (let k: usize = 0; k < bytes; k += 4) {
    const entry = a + (k >> 2) * bytes + k;
    store<f32>(entry, load<f32>(entry) + (k < used ? penalty : 1));
  }
}
