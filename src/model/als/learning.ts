/**
 * How much would be learned of a person from their rating of a film: the information that it adds to the normal
 * posterior of their factors (Lindley 1956, "On a measure of the information provided by an experiment"), and what would
 * be left to learn after it. Choosing the most informative film again and again is the greedy D-optimal design.
 */
import { choleskyFactor, choleskySolve } from '../../../kernel/reference/cholesky.ts';
import { dot } from '../../../kernel/reference/vector.ts';

export interface Learning {
  /** In nats, up to the variance that all films share: half the logarithm of how many times the volume shrinks. */
  gain(item: number): number;
  /** The same once the person has rated this film, whatever they gave it. */
  after(item: number): Learning;
}

/** From the equations' matrix A (its lower triangle); a rating of a film adds weight · y·yᵀ to it. */
export function createLearning(
  a: Float64Array,
  factors: Float64Array,
  rank: number,
  weight: number,
): Learning {
  const factor = a.slice();
  choleskyFactor(factor, rank);
  const inverse = new Float64Array(rank * rank);
  for (let k = 0; k < rank; k++) {
    const column = inverse.subarray(k * rank, (k + 1) * rank);
    column[k] = 1;
    choleskySolve(factor, rank, column);
  }
  return learningOf(inverse, factors, rank, weight);
}

function learningOf(inverse: Float64Array, factors: Float64Array, rank: number, weight: number): Learning {
  const spread = (item: number): { along: Float64Array; variance: number } => {
    const along = Float64Array.from({ length: rank }, (_, k) =>
      dot(inverse, k * rank, factors, item * rank, rank),
    );
    return { along, variance: dot(along, 0, factors, item * rank, rank) };
  };
  return {
    gain: (item) => Math.log1p(weight * spread(item).variance) / 2,
    /** Sherman & Morrison 1950. */
    after(item) {
      const { along, variance } = spread(item);
      const shrink = weight / (1 + weight * variance);
      const next = inverse.map(
        (value, k) => value - shrink * (along[Math.floor(k / rank)] ?? 0) * (along[k % rank] ?? 0),
      );
      return learningOf(next, factors, rank, weight);
    },
  };
}
