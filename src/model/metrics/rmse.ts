/** Root mean squared error: √(Σ (predicted − actual)² / n). */

/** Of equally long lists; null when they are empty. */
export function rmse(predicted: ArrayLike<number>, actual: ArrayLike<number>): number | null {
  let sum = 0;
  for (let k = 0; k < actual.length; k++) sum += ((predicted[k] ?? Number.NaN) - (actual[k] ?? 0)) ** 2;
  return actual.length === 0 ? null : Math.sqrt(sum / actual.length);
}
