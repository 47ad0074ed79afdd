/** The charts of a comparison: how models learn, and whom they serve well. */
import type { ActivityGroup } from '../../model/evaluate/by-activity.ts';
import type { ComparedModel } from '../../model/evaluate/compare.ts';
import { type ChartRow, drawLineChart } from './line-chart.ts';

export interface Chart {
  /** Of the file. */
  name: string;
  title: string;
  svg: string;
}

/** A chart that none of the models has anything for is left out. */
export async function drawCharts(models: readonly ComparedModel[], figure: string): Promise<Chart[]> {
  const curves = {
    name: 'learning-curve',
    title: `${figure} by iteration of training`,
    xTitle: 'iteration',
    x: 'logarithmic',
    rows: models.flatMap(({ report, curve }) =>
      curve.flatMap(({ iteration, figure: y }): ChartRow[] =>
        y === null ? [] : [{ series: report.model, x: iteration, y }],
      ),
    ),
  } as const;
  const activity = {
    name: 'by-activity',
    title: `${figure} by people’s ratings in training`,
    xTitle: 'ratings in training',
    x: 'ordinal',
    rows: models.flatMap(({ report, byActivity }) =>
      byActivity.map((group): ChartRow => ({ series: report.model, x: nameOf(group), y: group.figure })),
    ),
  } as const;
  const drawn = [curves, activity].filter(({ rows }) => rows.length > 0);
  return Promise.all(
    drawn.map(async ({ name, ...chart }) => ({
      name,
      title: chart.title,
      svg: await drawLineChart({ ...chart, yTitle: figure }),
    })),
  );
}

function nameOf({ from, to }: ActivityGroup): string {
  if (to === null) return `${from}+`;
  return from === to ? `${from}` : `${from}–${to}`;
}
