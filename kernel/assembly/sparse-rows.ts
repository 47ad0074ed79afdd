/**
 * The sparse half of an implicit row's matrix: Σ w·y·yᵀ over the row's entries, applied to a vector without being
 * formed. Entries come in fours: rows are padded with entries of weight and target zero.
 */
import { mulAdd, splat0, splat1, splat2, splat3, sumLanes } from './lanes';
import { dotOfFour } from './vector';

/** out += Σ (target·t + weight·s·(y·p))·y over `count` entries. */
export function addWeightedRows(
  indices: usize,
  weights: usize,
  targets: usize,
  count: i32,
  factors: usize,
  p: usize,
  out: usize,
  bytes: usize,
  targetScale: f32,
  productScale: f32,
): void {
  const t = f32x4.splat(targetScale);
  const s = f32x4.splat(productScale);
  const end = (<usize>count) << 2;
  for (let o: usize = 0; o < end; o += 16) {
    const y0 = factors + load<usize>(indices + o) * bytes;
    const y1 = factors + load<usize>(indices + o, 4) * bytes;
    const y2 = factors + load<usize>(indices + o, 8) * bytes;
    const y3 = factors + load<usize>(indices + o, 12) * bytes;
    const products = dotOfFour(y0, y1, y2, y3, p, bytes);
    const scales = mulAdd(
      f32x4.mul(v128.load(weights + o), s),
      products,
      f32x4.mul(v128.load(targets + o), t),
    );
    addFour(y0, y1, y2, y3, scales, out, bytes);
  }
}

/** out += Σ target·y over `count` entries. */
export function addTargetRows(
  indices: usize,
  targets: usize,
  count: i32,
  factors: usize,
  out: usize,
  bytes: usize,
): void {
  const end = (<usize>count) << 2;
  for (let o: usize = 0; o < end; o += 16) {
    addFour(
      factors + load<usize>(indices + o) * bytes,
      factors + load<usize>(indices + o, 4) * bytes,
      factors + load<usize>(indices + o, 8) * bytes,
      factors + load<usize>(indices + o, 12) * bytes,
      v128.load(targets + o),
      out,
      bytes,
    );
  }
}

/** Σ w·(y·p)²: all that the last step of conjugate gradients needs of the matrix. */
export function weightedSquares(
  indices: usize,
  weights: usize,
  count: i32,
  factors: usize,
  p: usize,
  bytes: usize,
): f32 {
  let sum = f32x4.splat(0);
  const end = (<usize>count) << 2;
  for (let o: usize = 0; o < end; o += 16) {
    const products = dotOfFour(
      factors + load<usize>(indices + o) * bytes,
      factors + load<usize>(indices + o, 4) * bytes,
      factors + load<usize>(indices + o, 8) * bytes,
      factors + load<usize>(indices + o, 12) * bytes,
      p,
      bytes,
    );
    sum = mulAdd(f32x4.mul(products, products), v128.load(weights + o), sum);
  }
  return sumLanes(sum);
}

/** out += scales · (y0, y1, y2, y3). */
function addFour(y0: usize, y1: usize, y2: usize, y3: usize, scales: v128, out: usize, bytes: usize): void {
  const s0 = splat0(scales);
  const s1 = splat1(scales);
  const s2 = splat2(scales);
  const s3 = splat3(scales);
  for (let k: usize = 0; k < bytes; k += 32) {
    const a = out + k;
    let even = v128.load(a);
    let odd = v128.load(a, 16);
    even = mulAdd(v128.load(y0 + k), s0, even);
    odd = mulAdd(v128.load(y0 + k, 16), s0, odd);
    even = mulAdd(v128.load(y1 + k), s1, even);
    odd = mulAdd(v128.load(y1 + k, 16), s1, odd);
    even = mulAdd(v128.load(y2 + k), s2, even);
    odd = mulAdd(v128.load(y2 + k, 16), s2, odd);
    even = mulAdd(v128.load(y3 + k), s3, even);
    odd = mulAdd(v128.load(y3 + k, 16), s3, odd);
    v128.store(a, even);
    v128.store(a, odd, 16);
  }
}
