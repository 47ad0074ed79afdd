/** The `compare` command: several models on one split, with how sure each figure is. */
import { withPool } from '../kernel-pool.ts';
import type { ModelName } from '../model.ts';
import { bootstrapInterval, type Interval } from './bootstrap.ts';
import { type EvaluateInput, type EvaluationReport, evaluateOn } from './evaluate.ts';

export interface CompareInput extends Omit<EvaluateInput, 'model'> {
  models: readonly (ModelName | 'default')[];
}

export interface ComparedModel {
  report: EvaluationReport;
  /** The 95 % interval of the RMSE, or of NDCG@k, over users; null where nothing was measured. */
  interval: Interval | null;
}

/** Evaluates each model in turn, with its own parameters. Rejects as `evaluate` does. */
export function compare({ models, ...input }: CompareInput): Promise<ComparedModel[]> {
  return withPool(input.threads, async (pool) => {
    const compared: ComparedModel[] = [];
    for (const model of models) {
      const { report, figures } = await evaluateOn(pool, { ...input, model });
      const interval = bootstrapInterval(figures(), input.seed ?? 42);
      compared.push({ report, interval: input.task === 'rating' ? rootOf(interval) : interval });
    }
    return compared;
  });
}

/** Of squared errors, that of their root. */
function rootOf(interval: Interval | null): Interval | null {
  return interval === null ? null : { low: Math.sqrt(interval.low), high: Math.sqrt(interval.high) };
}
