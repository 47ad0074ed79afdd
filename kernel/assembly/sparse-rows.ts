/**
 * The sparse half of an implicit row's matrix: Σ w·y·yᵀ over the row's entries, applied to a vector without being
 * formed. Entries come in fours: rows are padded with entries of weight and target zero.
 */
import { mulAdd, splat0, splat1, splat2, splat3, sumLanes, sumLanesOfFour } from './lanes';
import { dotOfFour } from './vector';

/** Bytes of the indices of eight entries: so many rows are fetched at once that memory is kept busy. */
const EIGHT: usize = 32;

/** out += Σ (target·t + weight·s·(y·p))·y over `count` entries. `products` is room for eight floats. */
export function addWeightedRows(
  indices: usize,
  weights: usize,
  targets: usize,
  count: i32,
  factors: usize,
  p: usize,
  out: usize,
  products: usize,
  bytes: usize,
  targetScale: f32,
  productScale: f32,
): void {
  const t = f32x4.splat(targetScale);
  const s = f32x4.splat(productScale);
  const end = (<usize>count) << 2;
  for (let o: usize = 0; o < end; o += 16) {
    if ((o & 16) === 0) multiplyRows(indices + o, min(end - o, EIGHT), factors, p, products, bytes);
    const product = v128.load(products + (o & 16));
    const scales = mulAdd(
      f32x4.mul(v128.load(weights + o), s),
      product,
      f32x4.mul(v128.load(targets + o), t),
    );
    addFour(indices + o, factors, scales, out, bytes);
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
  for (let o: usize = 0; o < end; o += 16) addFour(indices + o, factors, v128.load(targets + o), out, bytes);
}

/** Σ w·(y·p)²: all that the last step of conjugate gradients needs of the matrix. */
export function weightedSquares(
  indices: usize,
  weights: usize,
  count: i32,
  factors: usize,
  p: usize,
  products: usize,
  bytes: usize,
): f32 {
  let sum = f32x4.splat(0);
  const end = (<usize>count) << 2;
  for (let o: usize = 0; o < end; o += 16) {
    if ((o & 16) === 0) multiplyRows(indices + o, min(end - o, EIGHT), factors, p, products, bytes);
    const product = v128.load(products + (o & 16));
    sum = mulAdd(f32x4.mul(product, product), v128.load(weights + o), sum);
  }
  return sumLanes(sum);
}

/** products = y·p for eight entries, or for the last four. */
function multiplyRows(
  indices: usize,
  size: usize,
  factors: usize,
  p: usize,
  products: usize,
  bytes: usize,
): void {
  const y0 = factors + load<usize>(indices) * bytes;
  const y1 = factors + load<usize>(indices, 4) * bytes;
  const y2 = factors + load<usize>(indices, 8) * bytes;
  const y3 = factors + load<usize>(indices, 12) * bytes;
  if (size < EIGHT) {
    v128.store(products, dotOfFour(y0, y1, y2, y3, p, bytes));
    return;
  }
  const y4 = factors + load<usize>(indices, 16) * bytes;
  const y5 = factors + load<usize>(indices, 20) * bytes;
  const y6 = factors + load<usize>(indices, 24) * bytes;
  const y7 = factors + load<usize>(indices, 28) * bytes;
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let a4 = a0;
  let a5 = a0;
  let a6 = a0;
  let a7 = a0;
  for (let k: usize = 0; k < bytes; k += 16) {
    const x = v128.load(p + k);
    a0 = mulAdd(v128.load(y0 + k), x, a0);
    a1 = mulAdd(v128.load(y1 + k), x, a1);
    a2 = mulAdd(v128.load(y2 + k), x, a2);
    a3 = mulAdd(v128.load(y3 + k), x, a3);
    a4 = mulAdd(v128.load(y4 + k), x, a4);
    a5 = mulAdd(v128.load(y5 + k), x, a5);
    a6 = mulAdd(v128.load(y6 + k), x, a6);
    a7 = mulAdd(v128.load(y7 + k), x, a7);
  }
  v128.store(products, sumLanesOfFour(a0, a1, a2, a3));
  v128.store(products, sumLanesOfFour(a4, a5, a6, a7), 16);
}

/** out += scales · (the rows of four entries). */
function addFour(indices: usize, factors: usize, scales: v128, out: usize, bytes: usize): void {
  const y0 = factors + load<usize>(indices) * bytes;
  const y1 = factors + load<usize>(indices, 4) * bytes;
  const y2 = factors + load<usize>(indices, 8) * bytes;
  const y3 = factors + load<usize>(indices, 12) * bytes;
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
