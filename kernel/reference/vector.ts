/**
 * The few loops that everything numeric here is made of, over slices of flat arrays. Callers own the bounds: the
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

/**
 * out[r] = the dot product of the first `length` values of row r of `width` with `x`, for r < count: the same bits as
 * `dot` row by row, but four rows at a time, none of which waits for another.
 */
export function dotRows(
  rows: Float64Array,
  width: number,
  count: number,
  x: Float64Array,
  length: number,
  out: Float64Array,
): void {
  const whole = count - (count % 4);
  for (let row = 0; row < whole; row += 4) {
    const first = row * width;
    const second = first + width;
    const third = second + width;
    const fourth = third + width;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    for (let k = 0; k < length; k++) {
      const value = x[k] ?? 0;
      a += (rows[first + k] ?? 0) * value;
      b += (rows[second + k] ?? 0) * value;
      c += (rows[third + k] ?? 0) * value;
      d += (rows[fourth + k] ?? 0) * value;
    }
    out[row] = a;
    out[row + 1] = b;
    out[row + 2] = c;
    out[row + 3] = d;
  }
  for (let row = whole; row < count; row++) out[row] = dot(rows, row * width, x, 0, length);
}
