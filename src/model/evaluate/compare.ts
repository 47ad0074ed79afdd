/** The `compare` command: several models on one split, with how sure each figure is. */
import { withPool } from '../kernel-pool.ts';
import type { ModelName } from '../model.ts';
import { type EvaluateInput, type Evaluation, evaluateOn } from './evaluate.ts';

export interface CompareInput extends Omit<EvaluateInput, 'model'> {
  models: readonly (ModelName | 'default')[];
}

/** Evaluates each model in turn, with its own parameters. Rejects as `evaluate` does. */
export function compare({ models, ...input }: CompareInput): Promise<Evaluation[]> {
  return withPool(input.threads, async (pool) => {
    const compared: Evaluation[] = [];
    for (const model of models) compared.push(await evaluateOn(pool, { ...input, model }));
    return compared;
  });
}
