/**
 * Average precision: the sum, over the hits among the first k, of the precision down to that hit, divided by
 * min(k, relevant). Its mean over people is MAP.
 */
import { hitPositions, type RankingMetric } from './ranking-metric.ts';

export const averagePrecisionAtK: RankingMetric = (recommended, relevant, k) => {
  if (relevant.size === 0) return null;
  const precisions = hitPositions(recommended, relevant, k).map(
    (position, hits) => (hits + 1) / (position + 1),
  );
  return precisions.reduce((sum, precision) => sum + precision, 0) / Math.min(k, relevant.size);
};
