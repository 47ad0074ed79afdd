/** Whether a new version may take the place of the one that serves. */
import type { Manifest } from '../registry/manifest.ts';

/** How much a guard metric may differ from one random split's luck before it counts as worse. */
const TOLERANCE = 1e-3;

/**
 * True unless the new version predicts ratings worse (RMSE) or ranks worse (NDCG) on its withheld part than the present
 * one did on its own. A metric that either lacks decides nothing.
 */
export function isNotWorse(candidate: Manifest, present: Manifest): boolean {
  return (
    !isAbove(candidate.models.rating.metrics?.rmse, present.models.rating.metrics?.rmse) &&
    !isAbove(present.models.ranking.metrics?.ndcg, candidate.models.ranking.metrics?.ndcg)
  );
}

function isAbove(value: number | null | undefined, reference: number | null | undefined): boolean {
  return typeof value === 'number' && typeof reference === 'number' && value > reference + TOLERANCE;
}
