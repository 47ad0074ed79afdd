/** What `start` tries in the background once a first model serves: parameters around the measured defaults. */
import { type BayesianParams, defaultParams, type ModelParams, quickModel } from '../params.ts';

const RANK_SCALES = [1, 2];
const REGULARIZATION_SCALES = [0.7, 1, 1.4];

/** A chain short enough for the background: seconds for a hundred thousand ratings, and most of what a long one gains. */
const SHORT_CHAIN: BayesianParams = {
  model: 'bayesian-als',
  rank: 10,
  iterations: 100,
  burnIn: 40,
  thinning: 5,
};

/** Candidates for each task, what serves first among them. */
export function improvementCandidates(): { rating: ModelParams[]; ranking: ModelParams[] } {
  return {
    rating: [...around(defaultParams(quickModel('rating'), 'rating')), SHORT_CHAIN],
    ranking: around(defaultParams(quickModel('ranking'), 'ranking')),
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
