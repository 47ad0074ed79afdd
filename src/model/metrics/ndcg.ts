/**
 * Normalised discounted cumulative gain (Järvelin & Kekäläinen 2002) with binary gains: Σ over hits of
 * 1 / log2(position + 2), positions from 0, divided by the same sum for the ideal list, which has min(k, relevant) terms.
 */
import { hitPositions, type RankingMetric } from './ranking-metric.ts';

export const ndcgAtK: RankingMetric = (recommended, relevant, k) => {
  if (relevant.size === 0) return null;
  const ideal = Array.from({ length: Math.min(k, relevant.size) }, (_, position) => position);
  return gain(hitPositions(recommended, relevant, k)) / gain(ideal);
};

function gain(positions: readonly number[]): number {
  return positions.reduce((sum, position) => sum + 1 / Math.log2(position + 2), 0);
}
