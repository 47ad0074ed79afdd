/**
 * Conjugate gradients for a symmetric positive definite system given as an operator (Hestenes & Stiefel 1952): a few
 * steps from a good start are enough for ALS (Takács, Pilászy & Tikk 2011, "Applications of the conjugate gradient
 * method for implicit feedback collaborative filtering").
 */
import { addScaled, dot } from './vector.ts';

/** Writes A·x into `out`; both have the size of the system. */
export type LinearOperator = (x: Float64Array, out: Float64Array) => void;

/** Working memory of one solve, to be used again for systems of the same size. */
export interface ConjugateGradientMemory {
  residual: Float64Array;
  direction: Float64Array;
  image: Float64Array;
}

export function createConjugateGradientMemory(size: number): ConjugateGradientMemory {
  return {
    residual: new Float64Array(size),
    direction: new Float64Array(size),
    image: new Float64Array(size),
  };
}

/**
 * Takes up to `steps` steps towards the solution of A·x = b, from the `x` given, in place. Stops early once the
 * squared residual is below `tolerance` of that of b. Returns the squared residual it stopped at.
 */
export function conjugateGradient(
  apply: LinearOperator,
  b: Float64Array,
  x: Float64Array,
  steps: number,
  memory: ConjugateGradientMemory = createConjugateGradientMemory(x.length),
  tolerance = 1e-20,
): number {
  const { residual, direction, image } = memory;
  const size = x.length;
  apply(x, image);
  residual.set(b);
  addScaled(residual, 0, image, 0, -1, size);
  direction.set(residual);
  const enough = tolerance * dot(b, 0, b, 0, size);
  let square = dot(residual, 0, residual, 0, size);
  for (let step = 0; step < steps && square > enough; step++) {
    apply(direction, image);
    const alpha = square / dot(direction, 0, image, 0, size);
    addScaled(x, 0, direction, 0, alpha, size);
    addScaled(residual, 0, image, 0, -alpha, size);
    const next = dot(residual, 0, residual, 0, size);
    const beta = next / square;
    for (let k = 0; k < size; k++) direction[k] = (residual[k] ?? 0) + beta * (direction[k] ?? 0);
    square = next;
  }
  return square;
}
