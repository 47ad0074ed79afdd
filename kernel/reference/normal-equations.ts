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

/** Sums w·y·yᵀ over many rows: `add` each, then `finish`; the sum is complete after that and not before. */
export interface OuterSum {
  /** Takes the `size` values of `y` from `start`, with a weight. */
  add(a: Float64Array, y: Float64Array, start: number, weight: number): void;
  finish(a: Float64Array): void;
}

/** Rows added to the matrix at once: it is then read and written once for all of them. */
const TOGETHER = 4;

/** As `addOuter` row by row, but about twice as fast. */
export function createOuterSum(size: number): OuterSum {
  const rows = new Float64Array(TOGETHER * size);
  const weights = new Float64Array(TOGETHER);
  let waiting = 0;

  function finish(a: Float64Array): void {
    if (waiting === 0) return;
    weights.fill(0, waiting);
    waiting = 0;
    addFourOuters(a, size, rows, weights);
  }

  function add(a: Float64Array, y: Float64Array, start: number, weight: number): void {
    const target = waiting * size;
    for (let k = 0; k < size; k++) rows[target + k] = y[start + k] ?? 0;
    weights[waiting++] = weight;
    if (waiting === TOGETHER) finish(a);
  }

  return { add, finish };
}

function addFourOuters(a: Float64Array, size: number, rows: Float64Array, weights: Float64Array): void {
  const [second, third, fourth] = [size, 2 * size, 3 * size];
  for (let i = 0; i < size; i++) {
    const w0 = (weights[0] ?? 0) * (rows[i] ?? 0);
    const w1 = (weights[1] ?? 0) * (rows[second + i] ?? 0);
    const w2 = (weights[2] ?? 0) * (rows[third + i] ?? 0);
    const w3 = (weights[3] ?? 0) * (rows[fourth + i] ?? 0);
    const row = i * size;
    for (let j = 0; j <= i; j++) {
      a[row + j] =
        (a[row + j] ?? 0) +
        (w0 * (rows[j] ?? 0) + w1 * (rows[second + j] ?? 0)) +
        (w2 * (rows[third + j] ?? 0) + w3 * (rows[fourth + j] ?? 0));
    }
  }
}
