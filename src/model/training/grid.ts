/** The reference's grid of parameters for explicit ALS, to be tried on the withheld part (`train --grid`). */
import type { ModelParams } from '../params.ts';

const RANKS = [12, 13, 14];
const ITERATIONS = [18, 19, 20];
const REGULARIZATIONS = [0.17, 0.18, 0.191];

/** The 27 candidates: nonnegative factors as in the reference, or biases and factors of any sign, λ weighted alike. */
export function referenceGrid({ nonnegative }: { nonnegative: boolean }): ModelParams[] {
  return RANKS.flatMap((rank) =>
    ITERATIONS.flatMap((iterations) =>
      REGULARIZATIONS.map((regularization): ModelParams => {
        const shared = { rank, iterations, regularization };
        return nonnegative
          ? { model: 'als-nonnegative', ...shared }
          : { model: 'als', ...shared, frequencyExponent: 1 };
      }),
    ),
  );
}
