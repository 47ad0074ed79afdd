/**
 * Whitening: with G = UᵀU the part of the matrix that all rows of a half-sweep share, the coordinates z = U·x and
 * ỹ = U⁻ᵀ·y turn a row's matrix into I + Σ w·ỹỹᵀ, whose few large eigenvalues conjugate gradients find in a step
 * or two.
 */

import { Job, meet, Side, take } from './job';
import { mulAdd } from './lanes';
import { multiplyLower } from './matrix';
import { dotOfFour } from './vector';

/** Rows of the fixed side that a thread whitens at a time: few enough to stay in the first-level cache. */
const CHUNK: i32 = 16;

/** From job.gram: the factor, its inverse, the whitening, and the whitened fixed side. Called by every thread. */
export function whiten(job: Job, thread: i32, fixed: Side, penaltiesVary: bool): void {
  const bytes = job.bytes;
  if (thread === 0) invertFactor(job.gram, job.factor, job.whitening, job.inverse, bytes);
  meet(job);
  if (penaltiesVary) penaltyRows(job, thread);
  for (;;) {
    const first = take(job, CHUNK);
    if (first >= fixed.rows) break;
    const o = <usize>first * bytes;
    const count = min(CHUNK, fixed.rows - first);
    multiplyLower(job.whitening, fixed.factors + o, job.whitened + o, count, bytes);
  }
  meet(job);
}

/** UᵀU = gram with U upper triangular; whitening = U⁻ᵀ, lower triangular; inverse = U⁻¹. Zeros in the other halves. */
function invertFactor(gram: usize, factor: usize, whitening: usize, inverse: usize, bytes: usize): void {
  memory.copy(factor, gram, (bytes >> 2) * bytes);
  memory.fill(whitening, 0, (bytes >> 2) * bytes);
  for (let k: usize = 0; k < bytes; k += 4) store<f32>(whitening + (k >> 2) * bytes + k, 1);
  for (let k: usize = 0; k < bytes; k += 4) eliminate(factor, whitening, k, bytes);
  for (let i: usize = 0; i < bytes; i += 4) {
    for (let j: usize = 0; j < bytes; j += 4) {
      const at = (i >> 2) * bytes + j;
      if (j < i) store<f32>(factor + at, 0);
      else if (j > i) store<f32>(whitening + at, 0);
      store<f32>(inverse + (j >> 2) * bytes + i, load<f32>(whitening + at));
    }
  }
}

/** Row operations of pivot k on both matrices: what makes the first one U makes the identity U⁻ᵀ. */
function eliminate(factor: usize, whitening: usize, k: usize, bytes: usize): void {
  const pivot = factor + (k >> 2) * bytes;
  const inversePivot = whitening + (k >> 2) * bytes;
  const scale = f32x4.splat(<f32>(1 / sqrt<f64>(load<f32>(pivot + k))));
  for (let c = k & ~15; c < bytes; c += 16) v128.store(pivot + c, f32x4.mul(v128.load(pivot + c), scale));
  for (let c: usize = 0; c <= k; c += 16)
    v128.store(inversePivot + c, f32x4.mul(v128.load(inversePivot + c), scale));
  for (let i = k + 4; i < bytes; i += 4) {
    const row = factor + (i >> 2) * bytes;
    const inverseRow = whitening + (i >> 2) * bytes;
    const s = f32x4.splat(-load<f32>(pivot + i));
    for (let c = i & ~15; c < bytes; c += 16)
      v128.store(row + c, mulAdd(s, v128.load(pivot + c), v128.load(row + c)));
    for (let c: usize = 0; c <= k; c += 16) {
      v128.store(inverseRow + c, mulAdd(s, v128.load(inversePivot + c), v128.load(inverseRow + c)));
    }
  }
}

/** This thread's rows of whitening · whiteningᵀ: what a penalty beyond the common one is in whitened coordinates. */
function penaltyRows(job: Job, thread: i32): void {
  const bytes = job.bytes;
  for (let i = <usize>thread * 4; i < bytes; i += <usize>job.threads * 4) {
    const row = job.whitening + (i >> 2) * bytes;
    for (let j: usize = 0; j < bytes; j += 16) {
      const other = job.whitening + (j >> 2) * bytes;
      const products = dotOfFour(other, other + bytes, other + 2 * bytes, other + 3 * bytes, row, bytes);
      v128.store(job.penaltyMatrix + (i >> 2) * bytes + j, products);
    }
  }
}
