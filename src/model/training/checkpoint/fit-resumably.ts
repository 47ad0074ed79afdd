/** A fit that goes on where an earlier run of the same job stopped. */
import { type FitOptions, type FitStep, fitModel } from '../../fit-model.ts';
import type { RatingMatrix } from '../../matrix.ts';
import { iterationsOf, type ModelParams } from '../../params.ts';
import type { ModelState } from '../../state.ts';
import type { Trial } from '../trials.ts';
import type { Checkpoint } from './checkpoint.ts';

export interface ResumableFit extends Omit<FitOptions, 'onStep' | 'resume'> {
  /** Names the fit among those of its job. */
  key: string;
  checkpoint: Checkpoint | undefined;
  /** Whether the finished model is what is wanted, and not only what is measured on the way. */
  isFinal: boolean;
  /** Called after every iteration, those of an earlier run among them. */
  onIteration: (() => void) | undefined;
  /** Measures a step, or not; `seconds` of fitting since the first iteration. */
  measure: (step: FitStep, seconds: number) => Trial | null;
}

export interface ResumedFit {
  /** Null for a fit that was finished earlier and is not final. */
  state: ModelState | null;
  trials: Trial[];
  /** Seconds of all runs together. */
  seconds: number;
}

/** Fits as `fitModel` does. Models without factors to take down start anew; they have one step, or a chain of draws. */
export async function fitResumably(
  matrix: RatingMatrix,
  params: ModelParams,
  { key, checkpoint, isFinal, onIteration, measure, ...options }: ResumableFit,
): Promise<ResumedFit> {
  const before = checkpoint?.recall(key) ?? null;
  const trials = [...(before?.trials ?? [])];
  const started = performance.now();
  const secondsSoFar = () => (before?.seconds ?? 0) + (performance.now() - started) / 1_000;
  for (let iteration = 0; iteration < (before?.iteration ?? 0); iteration++) onIteration?.();
  const isDone = before !== null && before.iteration === iterationsOf(params);
  if (isDone && !isFinal) return { state: null, trials, seconds: before.seconds };

  const onStep = (step: FitStep): void => {
    onIteration?.();
    const trial = measure(step, secondsSoFar());
    if (trial !== null) trials.push(trial);
    const isLast = step.iteration === step.iterations;
    if (checkpoint === undefined || !(step.factors !== undefined || (isLast && !isFinal))) return;
    const kept = isLast && !isFinal ? null : (step.factors ?? null);
    checkpoint.note(key, { iteration: step.iteration, seconds: secondsSoFar(), trials }, kept, isLast);
  };
  const resume = before?.factors ? { iteration: before.iteration, factors: before.factors } : undefined;
  const state = await fitModel(matrix, params, {
    ...options,
    onStep,
    ...(resume === undefined ? {} : { resume }),
  });
  return { state, trials, seconds: secondsSoFar() };
}
