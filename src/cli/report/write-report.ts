/** Writes a comparison as a page with its charts, and as data. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { ComparedModel } from '../../model/evaluate/compare.ts';
import { drawCharts } from './charts.ts';
import { reportPage } from './report-page.ts';

export interface Report {
  /** What was compared on what, in a sentence. */
  subject: string;
  /** The name of the figure that the models are compared by. */
  figure: string;
  /** The table, heading first. */
  table: readonly (readonly string[])[];
  models: readonly ComparedModel[];
}

/**
 * `report.html`, which needs no other file, one SVG for each chart, and `report.json`. The folder is made where it is
 * missing; files of these names are replaced. `UNAVAILABLE` where it cannot be written.
 */
export async function writeReport(dir: string, report: Report): Promise<void> {
  const charts = await drawCharts(report.models, report.figure);
  const { subject, figure, models } = report;
  const files = [
    ...charts.map(({ name, svg }) => [`${name}.svg`, svg] as const),
    ['report.html', reportPage(report, charts)] as const,
    ['report.json', `${JSON.stringify({ subject, figure, models }, null, 2)}\n`] as const,
  ];
  try {
    await mkdir(dir, { recursive: true });
    for (const [name, text] of files) await writeFile(join(dir, name), text);
  } catch (cause) {
    throw new MatineeError('UNAVAILABLE', `The report cannot be written to ${dir}: ${messageOf(cause)}`, {
      hint: 'Give --report a folder that may be written to.',
      cause,
    });
  }
}
