/** Mean absolute error: Σ |predicted − actual| / n. */

/** Of equally long lists; null when they are empty. */
export function mae(predicted: ArrayLike<number>, actual: ArrayLike<number>): number | null {
  let sum = 0;
  for (let k = 0; k < actual.length; k++) sum += Math.abs((predicted[k] ?? Number.NaN) - (actual[k] ?? 0));
  return actual.length === 0 ? null : sum / actual.length;
}
