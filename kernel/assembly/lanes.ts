/**
 * Arithmetic on four lanes of 32-bit floats. Plain SIMD only, a multiply and an add, never a fused one: every CPU
 * gives the same bits. Sizes in bytes of factor rows are multiples of `ROW_ALIGNMENT`, their padding is zero.
 */

/** Rows of factors are padded to eight floats. */
export const ROW_ALIGNMENT: usize = 32;

/** a·b + c. */
export function mulAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), c);
}

/** c − a·b. */
export function mulSub(a: v128, b: v128, c: v128): v128 {
  return f32x4.sub(c, f32x4.mul(a, b));
}

/** The sum of the four lanes, pairwise. */
export function sumLanes(a: v128): f32 {
  const pairs = f32x4.add(a, i32x4.shuffle(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.add(pairs, i32x4.shuffle(pairs, pairs, 1, 0, 3, 2)), 0);
}

/** The sums of the lanes of four vectors, as one vector. */
export function sumLanesOfFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return f32x4.add(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}

/** Lane 0, 1, 2 or 3 in all lanes. */
export function splat0(a: v128): v128 {
  return i32x4.shuffle(a, a, 0, 0, 0, 0);
}
export function splat1(a: v128): v128 {
  return i32x4.shuffle(a, a, 1, 1, 1, 1);
}
export function splat2(a: v128): v128 {
  return i32x4.shuffle(a, a, 2, 2, 2, 2);
}
export function splat3(a: v128): v128 {
  return i32x4.shuffle(a, a, 3, 3, 3, 3);
}
