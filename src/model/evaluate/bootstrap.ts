/** How sure a mean over users is: percentile intervals of the bootstrap (Efron & Tibshirani 1993, chapter 13). */
import { createUniform } from '../random.ts';

/** What one user adds to a mean: a sum over so many cases. */
export interface UserFigure {
  sum: number;
  count: number;
}

export interface Interval {
  low: number;
  high: number;
}

const RESAMPLES = 1_000;
const TAIL = 0.025;

/**
 * The 95 % interval of Σ sum / Σ count when users are drawn anew with replacement; null without users. The same seed
 * draws the same users whatever the figures, so that models on one split are compared on the same draws.
 */
export function bootstrapInterval(figures: readonly UserFigure[], seed: number): Interval | null {
  if (figures.length === 0) return null;
  const uniform = createUniform(seed);
  const means = Float64Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    let count = 0;
    for (let draw = 0; draw < figures.length; draw++) {
      const figure = figures[Math.floor(uniform() * figures.length)];
      sum += figure?.sum ?? 0;
      count += figure?.count ?? 0;
    }
    return sum / count;
  }).sort();
  return {
    low: means[Math.floor(TAIL * RESAMPLES)] ?? Number.NaN,
    high: means[Math.ceil((1 - TAIL) * RESAMPLES) - 1] ?? Number.NaN,
  };
}
