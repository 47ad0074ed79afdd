/** Where a search under a time budget begins: the models for a task, the quickest first. */
import type { Task } from '../../model.ts';
import {
  type BayesianParams,
  defaultModel,
  defaultParams,
  type ModelParams,
  quickModel,
} from '../../params.ts';

/** A chain of seconds for a hundred thousand ratings, with most of what a long one gains. */
const SHORT_CHAIN: BayesianParams = {
  model: 'bayesian-als',
  rank: 10,
  iterations: 100,
  burnIn: 40,
  thinning: 5,
};

/** Parameters to try for a catalogue of so many films. Each costs more than the one before, and promises more. */
export function startingPoints(task: Task, films: number): ModelParams[] {
  const best = defaultModel(task, films);
  const quick = [defaultParams('popular', task), defaultParams(quickModel(task), task)];
  if (task === 'rating') return [...quick, SHORT_CHAIN, defaultParams(best, task)];
  return best === quickModel(task)
    ? quick
    : [...quick, defaultParams('ease', task), defaultParams(best, task)];
}
