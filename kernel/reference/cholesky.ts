/**
 * Cholesky factorisation of a small symmetric positive definite matrix, row-major, of which only the lower
 * triangle is read (Golub & Van Loan, Matrix Computations, §4.2).
 */
import { addScaled, dot } from './vector.ts';

/**
 * Replaces the lower triangle of the `size` × `size` matrix `a` by L, where a = L·Lᵀ. Returns false, with `a` half
 * done, when it is not positive definite (or holds something that is not a number).
 */
export function choleskyFactor(a: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j < i; j++) {
      const other = j * size;
      a[row + j] = ((a[row + j] ?? 0) - dot(a, row, a, other, j)) / (a[other + j] ?? 0);
    }
    const pivot = (a[row + i] ?? 0) - dot(a, row, a, row, i);
    if (!(pivot > 0)) return false;
    a[row + i] = Math.sqrt(pivot);
  }
  return true;
}

/** Solves L·Lᵀ·x = b for a factor of `choleskyFactor`; `x` holds b on entry, the solution on return. */
export function choleskySolve(factor: Float64Array, size: number, x: Float64Array): void {
  choleskyForward(factor, size, x);
  choleskyBackward(factor, size, x);
}

/** Solves Lᵀ·x = b; `x` holds b on entry, the solution on return. */
export function choleskyBackward(factor: Float64Array, size: number, x: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    const row = i * size;
    const value = (x[i] ?? 0) / (factor[row + i] ?? 0);
    x[i] = value;
    addScaled(x, 0, factor, row, -value, i);
  }
}

/** Solves L·x = b; `x` holds b on entry, the solution on return. */
export function choleskyForward(factor: Float64Array, size: number, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const row = i * size;
    x[i] = ((x[i] ?? 0) - dot(factor, row, x, 0, i)) / (factor[row + i] ?? 0);
  }
}
