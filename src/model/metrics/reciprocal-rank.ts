/** Reciprocal rank: 1 / the place, from 1, of the first hit among the first k; 0 without one. Its mean is MRR. */
import { hitPositions, type RankingMetric } from './ranking-metric.ts';

export const reciprocalRankAtK: RankingMetric = (recommended, relevant, k) => {
  if (relevant.size === 0) return null;
  const [first] = hitPositions(recommended, relevant, k);
  return first === undefined ? 0 : 1 / (first + 1);
};
