/** One chart: its picture, what is hidden of it, its files, and the table behind it. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import type { ChartDescription } from '../../../api/schemas/chart.ts';
import { formatCount } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Failure } from '../../states/failure.tsx';
import { ChartTable } from './chart-table.tsx';
import { localeOf } from './draw/locale.ts';
import { usePalette } from './draw/palette.ts';
import { type Filter, isPicked, type Pick, pickOf } from './filter.ts';
import { csvAddress, rowsQuery } from './queries.ts';
import { cellText, readColumns, wordRows } from './words.ts';

/** Vega travels when there is something to draw. */
const ChartPlot = lazy(async () => ({ default: (await import('./draw/chart-plot.tsx')).ChartPlot }));

interface ChartCardProps {
  chart: ChartDescription;
  filter: Filter;
  onPick: (pick: Pick) => void;
}

export function ChartCard({ chart, filter, onPick }: ChartCardProps) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { data, error, isPlaceholderData, refetch } = useQuery(rowsQuery(chart.id, filter));
  const rows = data?.rows;
  const palette = usePalette();
  const locale = useMemo(() => localeOf(language), [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` stays the same when the language changes
  const drawn = useMemo(() => {
    const picks = rows?.map((row) => pickOf(chart.click, row));
    return wordRows(chart, rows ?? [], t).map((row, place) => {
      const pick = picks?.[place] ?? null;
      return { ...row, place, selected: pick !== null && isPicked(filter, pick) };
    });
  }, [chart, rows, filter, t, language]);
  const tell = useCallback(
    (place: number) =>
      readColumns(chart).map(
        (column) => `${column.title}: ${cellText(column, rows?.[place]?.[column.name] ?? null, t)}`,
      ),
    [chart, rows, t],
  );
  const pickPlace = useCallback(
    (place: number) => {
      const row = rows?.[place];
      const pick = row === undefined ? null : pickOf(chart.click, row);
      if (pick !== null) onPick(pick);
    },
    [chart, rows, onPick],
  );
  return (
    <section className="chart" aria-labelledby={`chart-${chart.id}`} data-stale={isPlaceholderData}>
      <h2 className="chart__title" id={`chart-${chart.id}`}>
        {chart.title}
      </h2>
      {error !== null && data === undefined ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined && error === null ? <PlotSkeleton /> : null}
      {data?.rows.length === 0 ? <p className="chart__nothing">{t('dashboard.nothing')}</p> : null}
      {data === undefined || data.rows.length === 0 ? null : (
        <>
          <Suspense fallback={<PlotSkeleton />}>
            <ChartPlot
              chart={chart}
              rows={drawn}
              palette={palette}
              locale={locale}
              label={t('dashboard.picture', {
                chart: chart.title,
                ratings: formatCount(data.ratings),
                people: formatCount(data.people),
              })}
              tell={tell}
              onPick={pickPlace}
            />
          </Suspense>
          <a
            className="chart__csv"
            href={csvAddress(chart.id, filter, language)}
            aria-label={t('dashboard.saveOf', { format: 'CSV', chart: chart.title })}
            download
          >
            CSV
          </a>
          <ChartTable chart={chart} rows={data.rows} filter={filter} onPick={onPick} />
        </>
      )}
      {data !== undefined && data.hidden > 0 ? (
        <p className="chart__hidden">{t('dashboard.hidden', { count: data.hidden })}</p>
      ) : null}
    </section>
  );
}

function PlotSkeleton() {
  return <div className="skeleton chart__skeleton" aria-hidden="true" />;
}
