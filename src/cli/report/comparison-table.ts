/** A comparison of models as rows of texts, heading first. */
import type { EvaluationReport } from '../../model/evaluate/evaluate.ts';

/** The name of the figure that models are compared by. */
export function figureName(report: EvaluationReport): string {
  return 'rmse' in report ? 'RMSE' : `NDCG@${report.k}`;
}

/** One row a model. */
export function comparisonTable(reports: readonly EvaluationReport[]): string[][] {
  const [first] = reports;
  const measures =
    first === undefined || 'rmse' in first
      ? ['RMSE', '95 %', 'MAE']
      : [
          `NDCG@${first.k}`,
          '95 %',
          `recall@${first.k}`,
          'coverage',
          'novelty',
          'diversity',
          'popularity',
          'Gini',
          'miscalibration',
        ];
  const rows = reports.map((report) => [report.model, ...figuresOf(report), report.trainSeconds.toFixed(2)]);
  return [['model', ...measures, 'training, s'], ...rows];
}

function figuresOf(report: EvaluationReport): string[] {
  const interval = intervalText(report.interval);
  if ('rmse' in report) return [figure(report.rmse), interval, figure(report.mae)];
  const { ndcg, recall, coverage, novelty } = report;
  const { intraListDiversity, popularityPercentile, gini, miscalibration } = report;
  return [
    figure(ndcg),
    interval,
    ...[recall, coverage].map((value) => figure(value)),
    figure(novelty, 2),
    ...[intraListDiversity, popularityPercentile, gini, miscalibration].map((value) => figure(value, 3)),
  ];
}

function figure(value: number | null, digits = 4): string {
  return value === null ? '' : value.toFixed(digits);
}

function intervalText(interval: EvaluationReport['interval']): string {
  return interval === null ? '' : `${figure(interval.low)}–${figure(interval.high)}`;
}
