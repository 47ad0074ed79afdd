/**
 * Normal equations of implicit ALS (Hu, Koren & Volinsky 2008, "Collaborative filtering for implicit feedback
 * datasets"), parametrised as by Rendle, Krichene, Zhang & Koren 2021, "Revisiting the performance of iALS on item
 * recommendation benchmarks": Σ w·(1 − x·y)² over what is wanted, Σ w·(x·y)² over what is not, plus α₀·Σ (x·y)² over
 * everything.
 */
import type { RowEquations } from './half-sweep.ts';
import { addDiagonal, createOuterSum, gramMatrix } from './normal-equations.ts';
import { addScaled } from './vector.ts';

export interface ImplicitSettings {
  rank: number;
  regularization: number;
  /** α₀: the weight of a pair that was not seen, beside the weight 1 of one that was. */
  unobservedWeight: number;
  /** ν: λ of a row is multiplied by (its entries + α₀ · all columns) to this power; 1 scales fully, 0 not at all. */
  frequencyExponent: number;
}

/** The equations of a row of weights, below zero for what is not wanted, against the `count` fixed rows of the other side. */
export function implicitEquations(
  settings: ImplicitSettings,
  fixed: Float64Array,
  count: number,
): RowEquations {
  const { rank, regularization, unobservedWeight, frequencyExponent } = settings;
  const background = gramMatrix(fixed, count, rank).map((value) => value * unobservedWeight);
  const outers = createOuterSum(rank);
  return (columns, values, from, to, a, b) => {
    a.set(background);
    b.fill(0);
    for (let entry = from; entry < to; entry++) {
      const start = (columns[entry] ?? 0) * rank;
      const weight = values[entry] ?? 0;
      outers.add(a, fixed, start, Math.abs(weight));
      if (weight > 0) addScaled(b, 0, fixed, start, weight, rank);
    }
    outers.finish(a);
    const frequency = to - from + unobservedWeight * count;
    addDiagonal(a, rank, regularization * frequency ** frequencyExponent);
  };
}
