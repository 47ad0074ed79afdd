/** What `start` tries in the background once a first model serves: parameters around the measured defaults. */
import { defaultModel, defaultParams, type ModelParams } from '../params.ts';

const RANK_SCALES = [1, 2];
const REGULARIZATION_SCALES = [0.7, 1, 1.4];

/** Candidates for each task, the default among them. */
export function improvementCandidates(): { rating: ModelParams[]; ranking: ModelParams[] } {
  return {
    rating: around(defaultParams(defaultModel('rating'), 'rating')),
    ranking: around(defaultParams(defaultModel('ranking'), 'ranking')),
  };
}

function around(params: ModelParams): ModelParams[] {
  if (!('rank' in params) || params.model === 'bayesian-als') return [params];
  return RANK_SCALES.flatMap((rankScale) =>
    REGULARIZATION_SCALES.map((regularizationScale) => ({
      ...params,
      rank: params.rank * rankScale,
      regularization: params.regularization * regularizationScale,
    })),
  );
}
