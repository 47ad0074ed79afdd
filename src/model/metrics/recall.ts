/** Recall: the hits among the first k, divided by the number of relevant items. */
import { hitPositions, type RankingMetric } from './ranking-metric.ts';

export const recallAtK: RankingMetric = (recommended, relevant, k) =>
  relevant.size === 0 ? null : hitPositions(recommended, relevant, k).length / relevant.size;
