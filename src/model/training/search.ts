/**
 * A search for good parameters from given ones: along one direction at a time, as far as it gets better, then with
 * finer steps (coordinate search; Hooke & Jeeves 1961).
 */
import type { ModelParams } from '../params.ts';
import { movesOf } from './search-space.ts';
import { gainOf, type Trial } from './trials.ts';

export interface SearchLimits {
  /** At most so many trials. */
  trials: number;
  /** No trial starts later than this, in milliseconds from now. */
  budgetMs: number;
}

/** Enough to get from the defaults to where more search gains little. */
export const DEFAULT_LIMITS: SearchLimits = { trials: 24, budgetMs: 120_000 };

/** Step sizes, coarse to fine. */
const STEPS = [1, 0.5];

/** Tries parameters, the start first, until nothing near is better or a limit is reached; gives every trial in order. */
export async function searchParams(
  start: ModelParams,
  tryParams: (params: ModelParams) => Promise<Trial>,
  { trials: most, budgetMs }: SearchLimits = DEFAULT_LIMITS,
): Promise<Trial[]> {
  const deadline = performance.now() + budgetMs;
  const tried = new Map<string, Trial>();
  let best = await tryParams(start);
  tried.set(JSON.stringify(start), best);

  /** Tries one move from the best so far; true when it is better. */
  async function improves(move: (params: ModelParams) => ModelParams): Promise<boolean> {
    const params = move(best.params);
    const key = JSON.stringify(params);
    if (tried.has(key) || tried.size >= most || performance.now() >= deadline) return false;
    const trial = await tryParams(params);
    tried.set(key, trial);
    if (gainOf(trial) <= gainOf(best)) return false;
    best = trial;
    return true;
  }

  for (const step of STEPS) {
    let improved = true;
    while (improved) {
      improved = false;
      for (const move of movesOf(start)) {
        for (const direction of [step, -step]) {
          while (await improves((params) => move(params, direction))) improved = true;
        }
      }
    }
  }
  return [...tried.values()];
}
