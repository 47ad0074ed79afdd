/** The report of one command's models: its sentence, its table and its charts. */
import type { ComparedModel } from '../../model/evaluate/compare.ts';
import { comparisonTable, figureName } from './comparison-table.ts';
import { writeReport } from './write-report.ts';

/** Writes what `writeReport` does about models that were trained on `what`; nothing without any. Rejects as it does. */
export async function reportOn(dir: string, what: string, compared: readonly ComparedModel[]): Promise<void> {
  const reports = compared.map(({ report }) => report);
  const [first] = reports;
  if (first === undefined) return;
  const models = reports.length === 1 ? first.model : `${reports.length} models`;
  await writeReport(dir, {
    subject: `${models}, trained on ${first.trainRatings} ratings of ${what}, measured on ${first.testRatings}.`,
    figure: figureName(first),
    table: comparisonTable(reports),
    models: compared,
  });
}
