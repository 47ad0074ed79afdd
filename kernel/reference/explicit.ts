/**
 * Normal equations of explicit ALS with weighted-λ regularisation (Zhou, Wilkinson, Schreiber & Pan 2008, "Large-scale
 * parallel collaborative filtering for the Netflix prize"), with user and item biases (Koren, Bell & Volinsky 2009) or
 * without. A row of factors is [factors, bias] when biased: a rating is mean + both biases + the dot product.
 */

import type { RowEquations } from './half-sweep.ts';
import { addDiagonal, createOuterSum } from './normal-equations.ts';
import { addScaled } from './vector.ts';

export interface ExplicitSettings {
  /** Factors of a row, without the bias. */
  rank: number;
  biased: boolean;
  /** What every rating is measured from: the mean when biased, else 0. */
  mean: number;
  /** λ, multiplied by the number of ratings of the row to the power of ν. */
  regularization: number;
  /** ν: 1 is the weighting of Zhou et al., 0 none. */
  frequencyExponent: number;
}

/** Values in a row of factors. */
export function explicitWidth({ rank, biased }: Pick<ExplicitSettings, 'rank' | 'biased'>): number {
  return biased ? rank + 1 : rank;
}

/** The equations of a row of ratings against the fixed factors of the other side. */
export function explicitEquations(settings: ExplicitSettings, fixed: Float64Array): RowEquations {
  const { rank, biased, mean, regularization, frequencyExponent } = settings;
  const width = explicitWidth(settings);
  const y = new Float64Array(width);
  const outers = createOuterSum(width);
  return (columns, values, from, to, a, b) => {
    a.fill(0);
    b.fill(0);
    for (let entry = from; entry < to; entry++) {
      const start = (columns[entry] ?? 0) * width;
      for (let k = 0; k < rank; k++) y[k] = fixed[start + k] ?? 0;
      let target = (values[entry] ?? 0) - mean;
      if (biased) {
        target -= fixed[start + rank] ?? 0;
        y[rank] = 1;
      }
      outers.add(a, y, 0, 1);
      addScaled(b, 0, y, 0, target, width);
    }
    outers.finish(a);
    addDiagonal(a, width, regularization * (to - from) ** frequencyExponent);
  };
}
