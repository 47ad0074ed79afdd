/** How a model's figure changes with every iteration of its training. */
import { type FitOptions, fitModel } from '../fit-model.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { Model } from '../model.ts';
import { openModel } from '../open-model.ts';
import type { ModelParams } from '../params.ts';

export interface CurvePoint {
  iteration: number;
  /** RMSE or NDCG@k; null where nothing was measured. */
  figure: number | null;
}

/** How many iterations are measured at most, the last one among them. */
const MOST_POINTS = 25;

/** Fits anew, measuring on the way. Empty for a model without iterations that mean something by themselves. */
export async function learningCurve(
  matrix: RatingMatrix,
  params: ModelParams,
  options: Omit<FitOptions, 'onStep'>,
  measure: (model: Model) => number | null,
): Promise<CurvePoint[]> {
  const points: CurvePoint[] = [];
  const first = firstMeaningful(params);
  await fitModel(matrix, params, {
    ...options,
    onStep({ iteration, iterations, state }) {
      const stride = Math.ceil(iterations / MOST_POINTS);
      if (iterations === 1 || (iterations - iteration) % stride > 0) return;
      if (iteration < first && iteration < iterations) return;
      points.push({ iteration, figure: measure(openModel(state())) });
    },
  });
  return points;
}

/** A sampler has nothing to predict by until the first draw after its burn-in. */
function firstMeaningful(params: ModelParams): number {
  return params.model === 'bayesian-als' ? params.burnIn + params.thinning : 1;
}
