/** Dense vectors of `bytes` bytes (a multiple of `ROW_ALIGNMENT`): products, sums, copies. */
import { mulAdd, sumLanes, sumLanesOfFour } from './lanes';

/** a · b. */
export function dot(a: usize, b: usize, bytes: usize): f32 {
  let even = f32x4.splat(0);
  let odd = even;
  for (let k: usize = 0; k < bytes; k += 32) {
    even = mulAdd(v128.load(a + k), v128.load(b + k), even);
    odd = mulAdd(v128.load(a + k, 16), v128.load(b + k, 16), odd);
  }
  return sumLanes(f32x4.add(even, odd));
}

/** y += scale · x. */
export function addScaled(y: usize, x: usize, scale: f32, bytes: usize): void {
  const s = f32x4.splat(scale);
  for (let k: usize = 0; k < bytes; k += 16) {
    v128.store(y + k, mulAdd(s, v128.load(x + k), v128.load(y + k)));
  }
}

/** y = x + scale · y. */
export function scaleAndAdd(y: usize, x: usize, scale: f32, bytes: usize): void {
  const s = f32x4.splat(scale);
  for (let k: usize = 0; k < bytes; k += 16) {
    v128.store(y + k, mulAdd(s, v128.load(y + k), v128.load(x + k)));
  }
}

/** y = −x. */
export function negate(y: usize, x: usize, bytes: usize): void {
  for (let k: usize = 0; k < bytes; k += 16) v128.store(y + k, f32x4.neg(v128.load(x + k)));
}

/** Four rows times one vector. */
export function dotOfFour(y0: usize, y1: usize, y2: usize, y3: usize, p: usize, bytes: usize): v128 {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  for (let k: usize = 0; k < bytes; k += 32) {
    let x = v128.load(p + k);
    a0 = mulAdd(v128.load(y0 + k), x, a0);
    a1 = mulAdd(v128.load(y1 + k), x, a1);
    a2 = mulAdd(v128.load(y2 + k), x, a2);
    a3 = mulAdd(v128.load(y3 + k), x, a3);
    x = v128.load(p + k, 16);
    b0 = mulAdd(v128.load(y0 + k, 16), x, b0);
    b1 = mulAdd(v128.load(y1 + k, 16), x, b1);
    b2 = mulAdd(v128.load(y2 + k, 16), x, b2);
    b3 = mulAdd(v128.load(y3 + k, 16), x, b3);
  }
  return sumLanesOfFour(f32x4.add(a0, b0), f32x4.add(a1, b1), f32x4.add(a2, b2), f32x4.add(a3, b3));
}

/** Whether every value is a finite number. */
export function allFinite(x: usize, bytes: usize): bool {
  let zeros = f32x4.splat(0);
  for (let k: usize = 0; k < bytes; k += 16) {
    zeros = f32x4.add(zeros, f32x4.mul(v128.load(x + k), f32x4.splat(0)));
  }
  return sumLanes(zeros) === 0;
}
