/**
 * Nonnegative least squares by block principal pivoting (Kim & Park 2011, "Fast nonnegative matrix factorization:
 * an active-set-like method and comparisons"): exact, and a few small Cholesky solves for each problem.
 */
import { choleskyFactor, choleskySolve } from './cholesky.ts';
import { dot } from './vector.ts';

/** What counts as negative, relative to the size of the solution and of the right-hand side. */
const TOLERANCE = 1e-10;
/** How often all infeasible variables may change sides without getting fewer, before they go one by one. */
const FULL_EXCHANGES = 3;
/** Far more exchanges than any problem needs; only rounding can get there, and what is negative then is rounding. */
const MOST_EXCHANGES = 1_000;

/** Minimises ½·xᵀ·a·x − bᵀ·x over x ≥ 0. */
export type NonnegativeSolver = (a: Float64Array, b: Float64Array, x: Float64Array) => void;

/**
 * A solver for problems of one size, with its working memory. `a` is symmetric positive definite, row-major, both
 * triangles filled, and is left as it was. The positive entries of `x` on entry are the first guess at the positive
 * entries of the solution: a good guess saves time, and changes the result by rounding at most.
 */
export function createNonnegativeSolver(size: number): NonnegativeSolver {
  const block = new Float64Array(size * size);
  const blockX = new Float64Array(size);
  const gradient = new Float64Array(size);
  const passive = new Int32Array(size);
  const isPassive = new Uint8Array(size);

  function solvePassive(a: Float64Array, b: Float64Array, x: Float64Array): void {
    let count = 0;
    for (let i = 0; i < size; i++) if (isPassive[i] === 1) passive[count++] = i;
    for (let i = 0; i < count; i++) {
      const row = passive[i] ?? 0;
      blockX[i] = b[row] ?? 0;
      for (let j = 0; j <= i; j++) block[i * count + j] = a[row * size + (passive[j] ?? 0)] ?? 0;
    }
    choleskyFactor(block, count);
    choleskySolve(block, count, blockX);
    x.fill(0, 0, size);
    for (let i = 0; i < count; i++) x[passive[i] ?? 0] = blockX[i] ?? 0;
  }

  /** Whether a variable lies on the wrong side: passive but negative, or active with a gradient that wants it up. */
  function infeasible(i: number, x: Float64Array, xLimit: number, gradientLimit: number): boolean {
    return isPassive[i] === 1 ? (x[i] ?? 0) < -xLimit : (gradient[i] ?? 0) < -gradientLimit;
  }

  return (a, b, x) => {
    for (let i = 0; i < size; i++) isPassive[i] = (x[i] ?? 0) > 0 ? 1 : 0;
    const gradientLimit = TOLERANCE * largest(b, size);
    let fewest = size + 1;
    let fullExchanges = FULL_EXCHANGES;
    for (let exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
      solvePassive(a, b, x);
      for (let i = 0; i < size; i++) gradient[i] = dot(a, i * size, x, 0, size) - (b[i] ?? 0);
      const xLimit = TOLERANCE * largest(x, size);
      let count = 0;
      let last = -1;
      for (let i = 0; i < size; i++) {
        if (!infeasible(i, x, xLimit, gradientLimit)) continue;
        count++;
        last = i;
      }
      if (count === 0) break;
      if (count < fewest) {
        fewest = count;
        fullExchanges = FULL_EXCHANGES;
      } else fullExchanges--;
      const first = fullExchanges >= 0 ? 0 : last;
      for (let i = first; i <= last; i++) {
        if (infeasible(i, x, xLimit, gradientLimit)) isPassive[i] = isPassive[i] === 1 ? 0 : 1;
      }
    }
    for (let i = 0; i < size; i++) x[i] = Math.max(0, x[i] ?? 0);
  };
}

function largest(values: Float64Array, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result = Math.max(result, Math.abs(values[i] ?? 0));
  return result;
}
