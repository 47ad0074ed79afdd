/**
 * A trained model as plain data: what a trainer hands over, what the registry saves, and what a model is opened
 * from. It holds films only: no person, no pseudonym, no factors of anybody.
 */
import type { Posterior } from './bayesian/posterior.ts';
import type { FeedbackWeights } from './feedback/signal.ts';
import type { ModelParams } from './params.ts';

export interface ModelState {
  params: ModelParams;
  seed: number;
  /** Mean of the training ratings. */
  mean: number;
  /** Ids of the films in ascending order; row r of everything below belongs to `itemIds[r]`. */
  itemIds: Int32Array;
  /** How many training ratings each film had; for ranking, how many people wanted it. */
  support: Uint32Array;
  /** What each film scores for somebody unknown. */
  fallback: Float64Array;
  /** Films × width, row-major: the factors, and behind them the bias where the model has one. */
  factors: Float64Array;
  /** What interactions counted for; absent where none were learned from. */
  feedback?: FeedbackWeights;
  /** What else a Bayesian model knows of people in advance. */
  posterior?: Posterior;
}

/** The buffers of a state, to hand it to another thread without a copy. */
export function buffersOf(state: ModelState): ArrayBuffer[] {
  const posterior = Object.values(state.posterior ?? {}).filter((value) => ArrayBuffer.isView(value));
  return [state.itemIds, state.support, state.fallback, state.factors, ...posterior]
    .map((array) => array.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
}
