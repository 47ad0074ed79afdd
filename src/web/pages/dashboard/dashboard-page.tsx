/** The dashboard: every chart, narrowed by clicks and by time, as things are now. What it is narrowed to is in the address. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.ts';
import { formatCount } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/language.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Failure } from '../../states/failure.tsx';
import { Panel } from '../../states/panel.tsx';
import { Waiting } from '../../states/skeleton.tsx';
import { ChartCard } from './chart-card.tsx';
import { type Filter, type Pick, readFilter, toggled, writeFilter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { useLive } from './live.ts';
import { LiveStatus } from './live-status.tsx';
import { chartsQuery, rowsQuery, type Totals, totalsQuery } from './queries.ts';
import './dashboard-page.css';

/** A chart whose answer says what all of them are about. */
const EVERY_ONE = 'rating-distribution';
const KINDS = ['ratings', 'movies', 'users', 'interactions'] as const;

export function DashboardPage() {
  const { t } = useTranslation();
  usePageTitle(t('dashboard.title'));
  const [parameters, setParameters] = useSearchParams();
  const filter = useMemo(() => readFilter(parameters), [parameters]);
  const change = useCallback(
    (next: (before: Filter) => Filter) =>
      setParameters((before) => writeFilter(next(readFilter(before))), { preventScrollReset: true }),
    [setParameters],
  );
  const pick = useCallback((picked: Pick) => change((before) => toggled(before, picked)), [change]);
  const [paused, setPaused] = useState(false);
  const { live, renewals } = useLive(paused);
  const charts = useQuery(chartsQuery(currentLanguage()));
  const { data: totals } = useQuery(totalsQuery);
  const { data: about } = useQuery(rowsQuery(EVERY_ONE, filter));
  return (
    <div className="dashboard">
      <header className="dashboard__head">
        <div>
          <h1 className="page-heading">{t('dashboard.title')}</h1>
          <p className="page-lead">{t('dashboard.lead')}</p>
        </div>
        <LiveStatus live={live} renewals={renewals} ratings={totals?.ratings} onPause={setPaused} />
      </header>
      <TotalsStrip totals={totals} />
      <FilterBar filter={filter} onChange={(next) => change(() => next)} />
      {about?.tooFew === true ? (
        <Panel picture="empty-seats" title={t('dashboard.tooFew')} detail={t('dashboard.tooFewDetail')} />
      ) : null}
      {about !== undefined && !about.tooFew && about.ratings === 0 ? (
        <Panel picture="empty-seats" title={t('dashboard.none')} detail={t('dashboard.noneDetail')} />
      ) : null}
      {charts.error !== null && charts.data === undefined ? (
        <Failure error={charts.error} onRetry={() => void charts.refetch()} />
      ) : null}
      {charts.isPending ? <GallerySkeleton /> : null}
      <div className="dashboard__charts">
        {charts.data?.charts.map((chart) => (
          <ChartCard key={chart.id} chart={chart} filter={filter} onPick={pick} />
        ))}
      </div>
      <details className="dashboard__privacy">
        <summary>{t('dashboard.privacy')}</summary>
        <p>{t('dashboard.privacyDetail')}</p>
      </details>
    </div>
  );
}

function TotalsStrip({ totals }: { totals: Totals | undefined }) {
  const { t } = useTranslation();
  return (
    <dl className="totals">
      {KINDS.map((kind) => (
        <div key={kind} className="totals__figure">
          <dt>{t(`dashboard.total.${kind}`)}</dt>
          <dd>{totals === undefined ? '…' : formatCount(totals[kind])}</dd>
        </div>
      ))}
    </dl>
  );
}

function GallerySkeleton() {
  return (
    <Waiting>
      <div className="dashboard__charts">
        {KINDS.map((kind) => (
          <div key={kind} className="skeleton chart__skeleton" />
        ))}
      </div>
    </Waiting>
  );
}
