/**
 * Predicted ratings of a posterior taken apart over the history. In each draw a person's mean is A⁻¹h, and h is a sum:
 * what is known of them in advance, and of each film in the history that they rated it, and how. A share is the
 * average over all draws of what a film's part of h brings to the score.
 */
import { choleskySolve } from '../../../kernel/reference/cholesky.ts';
import { dot } from '../../../kernel/reference/vector.ts';
import { explanationOf } from '../explanation.ts';
import { implicitShare } from '../features/feature-matrix.ts';
import type { ExplanationOf } from '../model.ts';
import {
  designRow,
  type ItemSide,
  implicitEffect,
  type PersonEvidence,
  personConditional,
  priorMean,
  residualOf,
} from './person-conditional.ts';

/** The equations A·x = h of one draw, with h in parts. */
interface DividedEquations {
  /** L of L·Lᵀ = A. */
  factor: Float64Array;
  /** What h has without any history: mean and traits of people. */
  prior: Float64Array;
  /** What each film of the history adds to h. */
  parts: Float64Array[];
}

/** `factors` are the films' mean rows, as the model of this posterior scores with them. */
export function explainPosterior(
  side: ItemSide,
  factors: Float64Array,
  evidence: PersonEvidence,
): ExplanationOf {
  const { rank, mean, posterior } = side;
  const { draws } = posterior;
  const { columns } = evidence.history;
  const equations = Array.from({ length: draws }, (_, draw) => divide(side, draw, evidence));
  return (item) => {
    const film = item * draws * (rank + 1);
    const shares = new Float64Array(columns.length);
    let base = mean;
    for (const [draw, { factor, prior, parts }] of equations.entries()) {
      const weights = new Float64Array(rank + 1).fill(1);
      weights.set(factors.subarray(film + draw * rank, film + (draw + 1) * rank));
      choleskySolve(factor, rank + 1, weights);
      const itemBias = factors[film + draws * rank + draw] ?? 0;
      base += (itemBias + dot(weights, 0, prior, 0, rank + 1)) / draws;
      for (const [entry, part] of parts.entries())
        shares[entry] = (shares[entry] ?? 0) + dot(weights, 0, part, 0, rank + 1) / draws;
    }
    return explanationOf(
      base,
      Array.from(columns, (column, entry) => ({ item: column, share: shares[entry] ?? 0 })),
    );
  };
}

function divide(side: ItemSide, draw: number, evidence: PersonEvidence): DividedEquations {
  const { columns, values } = evidence.history;
  const { factor } = personConditional(side, draw, evidence);
  const alpha = side.posterior.ratingPrecision[draw] ?? 0;
  const share = implicitShare(columns.length);
  const parts = Array.from(columns, (film, entry) => {
    const seen = timesPrecision(side, draw, implicitEffect(side, draw, film));
    const rated = alpha * residualOf(side, draw, film, values[entry] ?? 0);
    const row = designRow(side, draw, film);
    return seen.map((value, k) => share * value + rated * (row[k] ?? 0));
  });
  return { factor, prior: timesPrecision(side, draw, priorMean(side, draw, evidence.traits)), parts };
}

/** Λ·x, of people in a draw. */
function timesPrecision({ rank, posterior }: ItemSide, draw: number, x: Float64Array): Float64Array {
  const size = rank + 1;
  return x.map((_, k) => dot(posterior.precision, (draw * size + k) * size, x, 0, size));
}
