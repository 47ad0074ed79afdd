/** Square matrices, row-major with rows of `bytes` bytes, times a vector; triangular ones skip their zero half. */
import { dotOfFour } from './vector';

/** out = A·x. */
export function multiply(a: usize, x: usize, out: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const row = a + (i >> 2) * bytes;
    v128.store(out + i, dotOfFour(row, row + bytes, row + 2 * bytes, row + 3 * bytes, x, bytes));
  }
}

/** out = A·x for a lower triangular A whose upper half holds zeros. */
export function multiplyLower(a: usize, x: usize, out: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const row = a + (i >> 2) * bytes;
    const used = (i & ~31) + 32;
    v128.store(out + i, dotOfFour(row, row + bytes, row + 2 * bytes, row + 3 * bytes, x, used));
  }
}

/** out = A·x for an upper triangular A whose lower half holds zeros. */
export function multiplyUpper(a: usize, x: usize, out: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const skipped = i & ~31;
    const row = a + (i >> 2) * bytes + skipped;
    const products = dotOfFour(
      row,
      row + bytes,
      row + 2 * bytes,
      row + 3 * bytes,
      x + skipped,
      bytes - skipped,
    );
    v128.store(out + i, products);
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
