/** Small square matrices, row-major: what the draws of hyperparameters need besides Cholesky's factor. */
import { choleskyFactor, choleskySolve } from '../../../kernel/reference/cholesky.ts';
import { dot } from '../../../kernel/reference/vector.ts';
import { MatineeError } from '../../domain/errors.ts';

/** L of L·Lᵀ = a, zeros above its diagonal. A matrix that is not positive definite is `INTERNAL`. */
export function lowerFactor(a: Float64Array, size: number): Float64Array {
  const factor = a.slice();
  if (!choleskyFactor(factor, size)) {
    throw new MatineeError('INTERNAL', 'A precision matrix of the sampler is not positive definite.', {
      hint: 'Check the ratings for values far from the scale, or train with another seed.',
    });
  }
  for (let i = 0; i < size; i++) factor.fill(0, i * size + i + 1, (i + 1) * size);
  return factor;
}

/** The inverse of a symmetric positive definite matrix. */
export function inverse(a: Float64Array, size: number): Float64Array {
  const factor = lowerFactor(a, size);
  const result = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const unit = result.subarray(row * size, (row + 1) * size);
    unit[row] = 1;
    choleskySolve(factor, size, unit);
  }
  return result;
}

/** a·bᵀ for square matrices. */
export function timesTransposed(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) product[i * size + j] = dot(a, i * size, b, j * size, size);
  return product;
}

/** Lᵀ·x = b; `x` holds b on entry, the solution on return. */
export function solveTransposed(factor: Float64Array, size: number, x: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    const value = (x[i] ?? 0) / (factor[i * size + i] ?? 0);
    x[i] = value;
    for (let k = 0; k < i; k++) x[k] = (x[k] ?? 0) - value * (factor[i * size + k] ?? 0);
  }
}
