/** Precision: the hits among the first k, divided by k even where the list is shorter. */
import { hitPositions, type RankingMetric } from './ranking-metric.ts';

export const precisionAtK: RankingMetric = (recommended, relevant, k) =>
  relevant.size === 0 ? null : hitPositions(recommended, relevant, k).length / k;
