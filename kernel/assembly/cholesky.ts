/**
 * Cholesky factorisation A = UᵀU in place on the upper triangle, and the solves with it (Golub & Van Loan, Matrix
 * Computations, §4.2), four pivots at a time. What is not positive definite gives values that are not finite: rows
 * are checked for that once they are solved.
 */
import { mulSub, sumLanes } from './lanes';

/** Replaces the upper triangle of `a` by U, and `b` by the solution of Uᵀ·y = b. */
export function factorAndForward(a: usize, b: usize, bytes: usize): void {
  for (let k: usize = 0; k < bytes; k += 16) {
    const pivots = a + (k >> 2) * bytes;
    factorPivots(pivots, k, bytes);
    forwardPivots(pivots, b, k, bytes);
    updateTrailing(a, pivots, k, bytes);
  }
}

/** Solves U·x = y for a factor of `factorAndForward`; `x` and `y` may be the same. */
export function backward(a: usize, y: usize, x: usize, bytes: usize): void {
  for (let o: i32 = <i32>bytes - 4; o >= 0; o -= 4) {
    const k = <usize>o;
    const row = a + (k >> 2) * bytes;
    const aligned = (k & ~15) + 16;
    let value = load<f32>(y + k);
    for (let c = k + 4; c < aligned; c += 4) value -= load<f32>(row + c) * load<f32>(x + c);
    let rest = f32x4.splat(0);
    for (let c = aligned; c < bytes; c += 16) {
      rest = f32x4.add(rest, f32x4.mul(v128.load(row + c), v128.load(x + c)));
    }
    store<f32>(x + k, (value - sumLanes(rest)) / load<f32>(row + k));
  }
}

/** Solves A·x = b; `a` and `b` are overwritten. */
export function solve(a: usize, b: usize, x: usize, bytes: usize): void {
  factorAndForward(a, b, bytes);
  backward(a, b, x, bytes);
}

/** Finishes four rows of U whose earlier pivots have been applied. */
function factorPivots(pivots: usize, k: usize, bytes: usize): void {
  for (let p: usize = 0; p < 4; p++) {
    const row = pivots + p * bytes;
    for (let e: usize = 0; e < p; e++) {
      const earlier = pivots + e * bytes;
      const s = v128.load32_splat(earlier + k + (p << 2));
      for (let c = k; c < bytes; c += 16)
        v128.store(row + c, mulSub(s, v128.load(earlier + c), v128.load(row + c)));
    }
    const scale = f32x4.splat(<f32>1 / sqrt<f32>(load<f32>(row + k + (p << 2))));
    for (let c = k; c < bytes; c += 16) v128.store(row + c, f32x4.mul(v128.load(row + c), scale));
  }
}

/** The forward substitution of these four rows, and their part taken off the rest of `b`. */
function forwardPivots(pivots: usize, b: usize, k: usize, bytes: usize): void {
  for (let p: usize = 0; p < 4; p++) {
    const row = pivots + p * bytes;
    const o = k + (p << 2);
    const value = load<f32>(b + o) / load<f32>(row + o);
    store<f32>(b + o, value);
    for (let c = o + 4; c < k + 16; c += 4) store<f32>(b + c, load<f32>(b + c) - value * load<f32>(row + c));
    const s = f32x4.splat(value);
    for (let c = k + 16; c < bytes; c += 16)
      v128.store(b + c, mulSub(s, v128.load(row + c), v128.load(b + c)));
  }
}

/** Takes the outer product of the four pivot rows off the rows below them, two at a time. */
function updateTrailing(a: usize, r0: usize, k: usize, bytes: usize): void {
  const r1 = r0 + bytes;
  const r2 = r1 + bytes;
  const r3 = r2 + bytes;
  for (let i = k + 16; i < bytes; i += 8) {
    const upper = a + (i >> 2) * bytes;
    const lower = upper + bytes;
    const p0 = v128.load32_splat(r0 + i);
    const p1 = v128.load32_splat(r1 + i);
    const p2 = v128.load32_splat(r2 + i);
    const p3 = v128.load32_splat(r3 + i);
    const q0 = v128.load32_splat(r0 + i, 4);
    const q1 = v128.load32_splat(r1 + i, 4);
    const q2 = v128.load32_splat(r2 + i, 4);
    const q3 = v128.load32_splat(r3 + i, 4);
    for (let c = i & ~15; c < bytes; c += 16) {
      const u0 = v128.load(r0 + c);
      const u1 = v128.load(r1 + c);
      const u2 = v128.load(r2 + c);
      const u3 = v128.load(r3 + c);
      v128.store(
        upper + c,
        mulSub(p3, u3, mulSub(p2, u2, mulSub(p1, u1, mulSub(p0, u0, v128.load(upper + c))))),
      );
      v128.store(
        lower + c,
        mulSub(q3, u3, mulSub(q2, u2, mulSub(q1, u1, mulSub(q0, u0, v128.load(lower + c))))),
      );
    }
  }
}
