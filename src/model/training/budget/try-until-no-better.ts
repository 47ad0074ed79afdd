/** One trial that ends when more iterations no longer help, or when its time is up (Prechelt 1998, "Early stopping"). */
import { type FitStep, fitModel } from '../../fit-model.ts';
import type { ModelParams } from '../../params.ts';
import { gainOf, type Holdout, measureStep, type Trial, type TrialSettings } from '../trials.ts';

/** Checks in a row without a gain after which a fit has come as far as it will. */
const PATIENCE = 2;
/** A lower RMSE, or a higher NDCG, by less than this is no gain. */
const LEAST_GAIN = 2e-4;
/** Iterations of ALS between two checks. */
const CHECK_EVERY = 2;
/** Sweeps of a chain between two checks: neighbouring draws are much alike. */
const CHECK_CHAIN_EVERY = 20;

/**
 * Fits the parameters and measures them now and then; the trial is the best of those measurements, with its number of
 * iterations. Null when the time was up before the first. A fit that has no iterations cannot be ended early.
 */
export async function tryUntilNoBetter(
  holdout: Holdout,
  params: ModelParams,
  settings: TrialSettings,
  deadline: number,
): Promise<Trial | null> {
  const enough = new Error('enough');
  const started = performance.now();
  let measuring = 0;
  let best: Trial | null = null;
  let checksWithoutGain = 0;

  function check(step: FitStep): void {
    const began = performance.now();
    const fitSeconds = (began - started - measuring) / 1_000;
    const trial = { ...measureStep(holdout, step, settings), fitSeconds };
    measuring += performance.now() - began;
    const gains = best === null || gainOf(trial) > gainOf(best) + LEAST_GAIN;
    if (gains) best = trial;
    checksWithoutGain = gains ? 0 : checksWithoutGain + 1;
  }

  function onStep(step: FitStep): void {
    settings.onIteration?.();
    const isLast = step.iteration === step.iterations;
    if (isLast || isChecked(params, step.iteration)) check(step);
    if (!isLast && (checksWithoutGain >= PATIENCE || performance.now() >= deadline)) throw enough;
  }

  try {
    await fitModel(holdout.matrix, params, { ...settings, onStep });
  } catch (thrown) {
    if (thrown !== enough) throw thrown;
  }
  return best;
}

function isChecked(params: ModelParams, iteration: number): boolean {
  if (params.model !== 'bayesian-als') return iteration % CHECK_EVERY === 0;
  const sinceFirstDraw = iteration - params.burnIn - params.thinning;
  return sinceFirstDraw >= 0 && sinceFirstDraw % CHECK_CHAIN_EVERY === 0;
}
