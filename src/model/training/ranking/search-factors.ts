/**
 * Searches for parameters of implicit ALS: first a coarse look with few factors at how strongly films not seen count and
 * factors are held down, which differ by orders of magnitude between data sets; then one parameter at a time.
 */
import type { ImplicitParams } from '../../params.ts';
import { hasRoom } from '../trials.ts';
import {
  type FactorTrial,
  type JudgedHoldout,
  type JudgeSettings,
  leastGain,
  tryFactors,
} from './factor-trials.ts';

const COARSE_RANK = 32;
const UNOBSERVED_WEIGHTS = [1, 0.3, 0.1, 0.03, 0.01];
const REGULARIZATIONS = [3, 9, 27];
const MOST_RANK = 128;
/** Holdouts that the coarse look is content with. */
const COARSE_HOLDOUTS = 2;

/** Gives the best of the trials; no trial starts after the deadline (as `performance.now()` counts), but the first. */
export async function searchFactors(
  start: ImplicitParams,
  holdouts: readonly JudgedHoldout[],
  settings: JudgeSettings,
  deadline: number,
): Promise<FactorTrial> {
  const first = holdouts.slice(0, COARSE_HOLDOUTS);
  const gain = 1 + leastGain(countLists(first));
  const coarse = { ...start, rank: Math.min(start.rank, COARSE_RANK) };
  let basis = await tryFactors(first, coarse, settings);
  for (const unobservedWeight of UNOBSERVED_WEIGHTS) {
    for (const regularization of REGULARIZATIONS) {
      if (performance.now() >= deadline) break;
      const trial = await tryFactors(first, { ...coarse, unobservedWeight, regularization }, settings);
      if (trial.ndcg > basis.ndcg * gain) basis = trial;
    }
  }
  const best = await tryFactors(holdouts, { ...basis.params, rank: start.rank }, settings);
  return refine(best, holdouts, settings, deadline);
}

type Step = (params: ImplicitParams, direction: number) => ImplicitParams;

/** Moves from one value of a parameter to the next; halved in a second round. */
function stepsOf(scale: number, frequency: (unobservedWeight: number) => number): Step[] {
  return [
    (params, direction) => ({
      ...params,
      regularization: rounded(params.regularization * 1.5 ** (direction * scale)),
    }),
    (params, direction) => ({
      ...params,
      unobservedWeight: Math.min(1, rounded(params.unobservedWeight * 2 ** (direction * scale))),
    }),
    (params, direction) => ({
      ...params,
      rank: Math.min(MOST_RANK, Math.max(1, Math.round(params.rank * 2 ** (direction * scale)))),
    }),
    (params, direction) => ({
      ...params,
      ratingWeight: Math.max(0, rounded(params.ratingWeight + 0.25 * direction * scale)),
    }),
    (params, direction) => {
      const exponent = Math.min(1, Math.max(0, params.frequencyExponent + 0.25 * direction * scale));
      const change = frequency(params.unobservedWeight) ** (params.frequencyExponent - exponent);
      return {
        ...params,
        frequencyExponent: exponent,
        regularization: rounded(params.regularization * change),
      };
    },
  ];
}

/** One parameter at a time, as far as it gets better, then with finer steps (Hooke & Jeeves 1961). */
async function refine(
  start: FactorTrial,
  holdouts: readonly JudgedHoldout[],
  settings: JudgeSettings,
  deadline: number,
): Promise<FactorTrial> {
  const frequency = typicalFrequency(holdouts);
  const gain = 1 + leastGain(countLists(holdouts));
  const tried = new Set([keyOf(start.params)]);
  let best = start;

  async function improves(params: ImplicitParams): Promise<boolean> {
    if (tried.has(keyOf(params)) || performance.now() >= deadline) return false;
    tried.add(keyOf(params));
    if (!holdouts.every(({ holdout }) => hasRoom(holdout, params, settings.pool))) return false;
    const trial = await tryFactors(holdouts, params, settings);
    if (trial.ndcg <= best.ndcg * gain) return false;
    best = trial;
    return true;
  }

  for (const scale of [1, 0.5]) {
    let improved = true;
    while (improved) {
      improved = false;
      for (const step of stepsOf(scale, frequency)) {
        for (const direction of [1, -1]) while (await improves(step(best.params, direction))) improved = true;
      }
    }
  }
  return best;
}

function countLists(holdouts: readonly JudgedHoldout[]): number {
  return holdouts.reduce((sum, { judged }) => sum + judged.length, 0);
}

/** What λ of a typical user is multiplied by with an exponent of 1: keeps λ where it is when the exponent moves. */
function typicalFrequency([first]: readonly JudgedHoldout[]): (unobservedWeight: number) => number {
  const matrix = first?.holdout.matrix;
  const seen = matrix === undefined ? 1 : matrix.size / matrix.users.size;
  return (unobservedWeight) => seen + unobservedWeight * (matrix?.items.size ?? 0);
}

/** Iterations are found by every trial anew. */
function keyOf({ iterations: _, ...params }: ImplicitParams): string {
  return JSON.stringify(params);
}

/** Three significant digits: parameters that a person can read and type again. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
