/** The rows of a chart as a table: for those who cannot see it, and to narrow the dashboard by keyboard. */
import type { ChartDescription } from '../../../api/schemas/chart.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type Filter, isPicked, type Pick, pickOf } from './filter.ts';
import type { Row } from './queries.ts';
import { cellText, readColumns } from './words.ts';

interface ChartTableProps {
  chart: ChartDescription;
  rows: readonly Row[];
  filter: Filter;
  onPick: (pick: Pick) => void;
}

export function ChartTable({ chart, rows, filter, onPick }: ChartTableProps) {
  const { t } = useTranslation();
  const [head, ...others] = readColumns(chart);
  if (head === undefined) return null;
  return (
    <details className="chart__table">
      <summary>
        {t('dashboard.table')}
        <span className="visually-hidden">: {chart.title}</span>
      </summary>
      <section
        className="chart__scroll"
        aria-label={t('dashboard.tableOf', { chart: chart.title })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        tabIndex={0}
      >
        <table>
          <caption className="visually-hidden">{chart.title}</caption>
          <thead>
            <tr>
              {[head, ...others].map(({ name, title }) => (
                <th key={name} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const pick = pickOf(chart.click, row);
              const heading = cellText(head, row[head.name] ?? null, t);
              return (
                <tr key={JSON.stringify(row)}>
                  <th scope="row">
                    {pick === null ? (
                      heading
                    ) : (
                      <button
                        type="button"
                        className="text-button"
                        aria-pressed={isPicked(filter, pick)}
                        onClick={() => onPick(pick)}
                      >
                        {heading}
                      </button>
                    )}
                  </th>
                  {others.map((column) => (
                    <td key={column.name}>{cellText(column, row[column.name] ?? null, t)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
