/** The `compare` command: several models on one split, with how sure each figure is. */
import type { Progress } from '../../domain/ports.ts';
import { withPool } from '../kernel-pool.ts';
import type { ModelName } from '../model.ts';
import { type ActivityGroup, groupByActivity } from './by-activity.ts';
import { type EvaluateInput, type EvaluationReport, evaluateOn } from './evaluate.ts';
import type { CurvePoint } from './learning-curve.ts';

export interface CompareInput extends Omit<EvaluateInput, 'model'> {
  models: readonly (ModelName | 'default')[];
  /** Measures each model after its iterations as well, which takes a second fit. */
  curves?: boolean;
  /** Called with how many models are done. */
  onProgress?: (progress: Progress) => void;
}

export interface ComparedModel {
  report: EvaluationReport;
  byActivity: ActivityGroup[];
  /** Empty unless it was asked for, and for models without iterations. */
  curve: CurvePoint[];
}

/** Evaluates each model in turn, with its own parameters. Rejects as `evaluate` does. */
export function compare({
  models,
  curves = false,
  onProgress,
  ...input
}: CompareInput): Promise<ComparedModel[]> {
  return withPool(input.threads, async (pool) => {
    const compared: ComparedModel[] = [];
    for (const model of models) {
      const { report, figures, curve } = await evaluateOn(pool, { ...input, model });
      compared.push({
        report,
        byActivity: groupByActivity(input.task, figures),
        curve: curves ? await curve() : [],
      });
      onProgress?.({ done: compared.length, total: models.length });
    }
    return compared;
  });
}
