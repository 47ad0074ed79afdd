/**
 * The normal equations of one row of an alternating least squares problem: Σ w·y·yᵀ and Σ t·y over the rows y it is
 * regressed on. Matrices are row-major, and only their lower triangle is kept until `mirror`.
 */
import { addScaled } from './vector.ts';

/** a += weight · y·yᵀ on the lower triangle, for the `size` values of `y` from `start`. */
export function addOuter(
  a: Float64Array,
  size: number,
  y: Float64Array,
  start: number,
  weight: number,
): void {
  for (let i = 0; i < size; i++) {
    addScaled(a, i * size, y, start, weight * (y[start + i] ?? 0), i + 1);
  }
}

/** Lower triangle of Yᵀ·Y for `count` rows of `size` factors, summed in the order of the rows. */
export function gramMatrix(factors: Float64Array, count: number, size: number): Float64Array {
  const gram = new Float64Array(size * size);
  for (let row = 0; row < count; row++) addOuter(gram, size, factors, row * size, 1);
  return gram;
}

/** Adds a constant to the diagonal. */
export function addDiagonal(a: Float64Array, size: number, value: number): void {
  for (let i = 0; i < size; i++) a[i * size + i] = (a[i * size + i] ?? 0) + value;
}

/** Copies the lower triangle to the upper one. */
export function mirror(a: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) a[j * size + i] = a[i * size + j] ?? 0;
  }
}
