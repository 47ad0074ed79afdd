/** Fits `bayesian-als`: runs the sampler and keeps some of its draws. */
import type { KernelPool } from '../../../kernel/pool.ts';
import type { TrainingTraits } from '../features/traits.ts';
import type { RatingMatrix } from '../matrix.ts';
import type { BayesianParams } from '../params.ts';
import type { ModelState } from '../state.ts';
import { createChain } from './chain.ts';
import { itemFactors, joinDraws, type PosteriorDraw } from './posterior.ts';
import { sweepChain } from './sweep-chain.ts';

export interface FitPosteriorOptions {
  seed: number;
  pool: KernelPool;
  traits: TrainingTraits;
  /** Called after every sweep; `state` takes the model as it stands then. */
  onSweep?: (sweep: number, state: () => ModelState) => void;
}

/**
 * Keeps the draw of every `thinning`-th sweep after the burn-in; a run that ends before the first of them keeps its
 * last. `base` is what the state says of the films whatever their factors.
 */
export async function fitPosterior(
  base: Omit<ModelState, 'factors'>,
  matrix: RatingMatrix,
  params: BayesianParams,
  { seed, pool, traits, onSweep }: FitPosteriorOptions,
): Promise<ModelState> {
  const { rank, iterations, burnIn, thinning } = params;
  const chain = createChain(matrix, traits, rank, seed);
  const firstKept = Math.min(burnIn + thinning, iterations);
  const keeps = (iteration: number): boolean =>
    iteration >= firstKept && (iteration - firstKept) % thinning === 0;
  const kept: PosteriorDraw[] = [];
  const stateAfter = (iteration: number): ModelState => ({
    ...base,
    params: { ...params, iterations: iteration },
    factors: itemFactors(kept, rank),
    posterior: joinDraws(kept, chain.traits),
  });
  for await (const { iteration, draw } of sweepChain(pool, matrix, chain, { iterations, keeps })) {
    if (draw !== null) kept.push(draw);
    onSweep?.(iteration, () => stateAfter(iteration));
  }
  return stateAfter(iterations);
}
