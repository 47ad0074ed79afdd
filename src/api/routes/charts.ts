/** Routes of the dashboard: which charts there are, and the rows of each. */
import { Type } from 'typebox';
import type { Chart } from '../../dashboard/chart.ts';
import { CHARTS } from '../../dashboard/charts.ts';
import { DASHBOARD_FILTER } from '../../dashboard/filter.ts';
import type { Language } from '../../dashboard/local-text.ts';
import { toCsv } from '../../dashboard/to-csv.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { ApiContext, App } from '../app.ts';
import {
  ChartAnswerSchema,
  type ChartDescription,
  ChartsAnswerSchema,
  ChartsQuerySchema,
  chartFormat,
} from '../schemas/chart.ts';
import { after } from '../schemas/parameters.ts';

export function chartRoutes(app: App, { charts }: ApiContext): void {
  app.get(
    '/api/stats',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getCharts',
        summary: 'The charts of the dashboard, and how they are drawn',
        tags: ['statistics'],
        querystring: ChartsQuerySchema,
        response: { 200: ChartsAnswerSchema },
      },
    },
    async ({ query: { lang = 'fr' } }) => ({ charts: CHARTS.map((chart) => described(chart, lang)) }),
  );

  app.get(
    '/api/stats/:chart',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getChart',
        summary: 'The rows of a chart, as JSON or CSV',
        description:
          'The parameters narrow it. Nothing is shown that fewer than ten people are behind; answers may be three seconds old.',
        tags: ['statistics'],
        params: Type.Object(
          { chart: Type.String({ minLength: 1, maxLength: 60, description: 'Its id, of `/api/stats`.' }) },
          { additionalProperties: false },
        ),
        querystring: Type.Object(
          { ...DASHBOARD_FILTER, ...chartFormat, ...after },
          { additionalProperties: false },
        ),
        produces: ['application/json', 'text/csv'],
        response: {
          200: {
            content: {
              'application/json': { schema: ChartAnswerSchema },
              'text/csv': { schema: Type.String() },
            },
          },
        },
      },
    },
    async ({ params, query }, reply) => {
      const chart = CHARTS.find(({ id }) => id === params.chart);
      if (chart === undefined) throw unknownChart(params.chart);
      const { lang = 'fr', format = 'json', after: _, ...filter } = query;
      const data = await charts.read(chart, filter);
      if (format === 'json') return reply.type('application/json').send({ chart: chart.id, ...data });
      reply.header('content-disposition', `attachment; filename="${chart.id}.csv"`);
      return reply.type('text/csv; charset=utf-8').send(toCsv(chart, data.rows, lang));
    },
  );
}

function described({ id, title, columns, click, drawing }: Chart, language: Language): ChartDescription {
  return {
    id,
    title: title[language],
    columns: columns.map((column) => ({ ...column, title: column.title[language] })),
    ...(click && { click }),
    drawing,
  };
}

function unknownChart(id: string): MatineeError {
  return new MatineeError('NOT_FOUND', `There is no chart ${id}.`, {
    hint: `Ask for one of ${CHARTS.map((chart) => chart.id).join(', ')}.`,
  });
}
