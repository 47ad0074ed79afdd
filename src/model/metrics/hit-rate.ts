/** Hit: 1 when any of the first k is relevant, else 0. Its mean is the hit rate. */
import { hitPositions, type RankingMetric } from './ranking-metric.ts';

export const hitAtK: RankingMetric = (recommended, relevant, k) =>
  relevant.size === 0 ? null : Math.min(1, hitPositions(recommended, relevant, k).length);
