/**
 * The three loops that everything numeric here is made of, over slices of flat arrays. Callers own the bounds: the
 * `?? 0` only tells the compiler that an index in bounds holds a number (the engine removes it).
 */

/** Σ a[aStart + k] · b[bStart + k] for k < length, summed in that order. */
export function dot(
  a: Float64Array,
  aStart: number,
  b: Float64Array,
  bStart: number,
  length: number,
): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += (a[aStart + k] ?? 0) * (b[bStart + k] ?? 0);
  return sum;
}

/** target[targetStart + k] += scale · source[sourceStart + k] for k < length. */
export function addScaled(
  target: Float64Array,
  targetStart: number,
  source: Float64Array,
  sourceStart: number,
  scale: number,
  length: number,
): void {
  for (let k = 0; k < length; k++) {
    target[targetStart + k] = (target[targetStart + k] ?? 0) + scale * (source[sourceStart + k] ?? 0);
  }
}
