/** What the dashboard asks the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Static } from 'typebox';
import type { ChartAnswerSchema, ChartDescription } from '../../../api/schemas/chart.ts';
import type { TotalsAnswerSchema } from '../../../api/schemas/status.ts';
import { addressOf, request } from '../../api/http.ts';
import type { Language } from '../../i18n/language.ts';
import type { Filter } from './filter.ts';

export type Totals = Static<typeof TotalsAnswerSchema>;
export type ChartData = Static<typeof ChartAnswerSchema>;
export type Row = ChartData['rows'][number];

export const TOTALS_KEY = ['stats', 'totals'] as const;
/** Begins the key of every chart's rows. */
export const ROWS_KEY = ['stats', 'rows'] as const;

export const chartsQuery = (lang: Language) =>
  queryOptions({
    queryKey: ['stats', 'charts', lang],
    queryFn: ({ signal }) =>
      request<{ charts: ChartDescription[] }>('/api/stats', { query: { lang }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const rowsQuery = (chart: string, filter: Filter) =>
  queryOptions({
    queryKey: [...ROWS_KEY, chart, filter],
    queryFn: ({ signal }) => request<ChartData>(`/api/stats/${chart}`, { query: filter, signal }),
    placeholderData: keepPreviousData,
    staleTime: 3_000,
  });

export const totalsQuery = queryOptions({
  queryKey: TOTALS_KEY,
  queryFn: ({ signal }) => request<Totals>('/api/stats/totals', { signal }),
});

export const csvAddress = (chart: string, filter: Filter, lang: Language) =>
  addressOf(`/api/stats/${chart}`, { ...filter, lang, format: 'csv' });
