/**
 * Nonnegative least squares by block principal pivoting (Kim & Park 2011, "Fast nonnegative matrix factorization: an
 * active-set-like method and comparisons"): guess which unknowns are positive, solve for these, let all that break
 * the optimality conditions change sides, until none does. From the last sweep's answer one solve is often enough.
 */
import { solve } from './cholesky';
import { multiply } from './matrix';

/** What counts as negative, relative to the largest unknown and the largest right-hand side: the rounding of f32. */
const TOLERANCE: f32 = 2e-6;
/** How often all may change sides without getting fewer, before they go one by one (Murty's rule, which ends). */
const FULL_EXCHANGES: i32 = 3;
/** Only rounding can take longer; what is negative then is rounding, and set to zero. */
const MOST_EXCHANGES: i32 = 500;

/**
 * Minimises ½·xᵀAx − bᵀx over x ≥ 0 for the first `unknowns` of a padded system; the positive entries of `x` are the
 * first guess. `a` is full and positive definite; `vectors` is room for four vectors, `block` for a matrix.
 */
export function solveNonnegative(
  a: usize,
  b: usize,
  x: usize,
  block: usize,
  vectors: usize,
  unknowns: i32,
  bytes: usize,
): void {
  const mask = vectors;
  const right = vectors + bytes;
  const gradient = vectors + 2 * bytes;
  const used = (<usize>unknowns) << 2;
  for (let k: usize = 0; k < bytes; k += 4) store<i32>(mask + k, load<f32>(x + k) > 0 && k < used ? -1 : 0);
  const gradientLimit = TOLERANCE * largest(b, bytes);
  let fewest = unknowns + 1;
  let left = FULL_EXCHANGES;
  for (let exchange = 0; exchange < MOST_EXCHANGES; exchange++) {
    solveMasked(a, b, x, block, mask, right, bytes);
    multiply(a, x, gradient, bytes);
    const xLimit = TOLERANCE * largest(x, bytes);
    let count = 0;
    let last: usize = 0;
    for (let k: usize = 0; k < used; k += 4) {
      const slack = load<f32>(gradient + k) - load<f32>(b + k);
      const wrong = load<i32>(mask + k) !== 0 ? load<f32>(x + k) < -xLimit : slack < -gradientLimit;
      store<i32>(gradient + k, wrong ? -1 : 0);
      if (wrong) {
        count++;
        last = k;
      }
    }
    if (count === 0) break;
    if (count < fewest) {
      fewest = count;
      left = FULL_EXCHANGES;
    } else left--;
    for (let k: usize = left >= 0 ? 0 : last; k <= last; k += 4) {
      store<i32>(mask + k, load<i32>(mask + k) ^ load<i32>(gradient + k));
    }
  }
  for (let k: usize = 0; k < bytes; k += 16) v128.store(x + k, f32x4.pmax(f32x4.splat(0), v128.load(x + k)));
}

/** Solves for the unknowns of the mask; the others are zero: their rows and columns become those of the identity. */
function solveMasked(
  a: usize,
  b: usize,
  x: usize,
  block: usize,
  mask: usize,
  right: usize,
  bytes: usize,
): void {
  for (let k: usize = 0; k < bytes; k += 4) {
    const from = a + (k >> 2) * bytes;
    const to = block + (k >> 2) * bytes;
    const keep = v128.load32_splat(mask + k);
    for (let c: usize = 0; c < bytes; c += 16) {
      v128.store(to + c, v128.and(v128.and(v128.load(from + c), v128.load(mask + c)), keep));
    }
    if (load<i32>(mask + k) === 0) store<f32>(to + k, 1);
  }
  for (let c: usize = 0; c < bytes; c += 16)
    v128.store(right + c, v128.and(v128.load(b + c), v128.load(mask + c)));
  solve(block, right, x, bytes);
}

function largest(values: usize, bytes: usize): f32 {
  let result = f32x4.splat(0);
  for (let k: usize = 0; k < bytes; k += 16) result = f32x4.pmax(result, f32x4.abs(v128.load(values + k)));
  const pairs = f32x4.pmax(result, i32x4.shuffle(result, result, 2, 3, 0, 1));
  return max<f32>(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
}
