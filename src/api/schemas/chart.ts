/** The dashboard's charts: what there is, how they are drawn, and their rows. */
import { type Static, Type } from 'typebox';
import type { Drawing } from '../../dashboard/chart.ts';
import { after } from './parameters.ts';

const strict = { additionalProperties: false } as const;
const Language = Type.Optional(
  Type.Enum(['fr', 'en'] as const, { description: 'Of titles; French without it.' }),
);

const ColumnSchema = Type.Object({
  name: Type.String({ description: 'The field of a row.' }),
  title: Type.String(),
  digits: Type.Optional(Type.Integer({ description: 'Behind the point of a number.' })),
});

const ChartSchema = Type.Object({
  id: Type.String({ description: 'Its rows are at `/api/stats/{id}`.' }),
  title: Type.String(),
  columns: Type.Array(ColumnSchema),
  click: Type.Optional(
    Type.Object(
      { part: Type.String(), column: Type.String() },
      {
        description:
          'What a click narrows the dashboard by: a parameter of the rows, and the field with its value.',
      },
    ),
  ),
  drawing: Type.Unsafe<Drawing>({
    type: 'object',
    additionalProperties: true,
    description: 'Marks and encodings of Vega-Lite.',
  }),
});
export type ChartDescription = Static<typeof ChartSchema>;

export const ChartsQuerySchema = Type.Object({ lang: Language, ...after }, strict);
export const ChartsAnswerSchema = Type.Object({ charts: Type.Array(ChartSchema) });

export const chartFormat = {
  lang: Language,
  format: Type.Optional(Type.Enum(['json', 'csv'] as const, { description: 'JSON without it.' })),
};

const RowSchema = Type.Unsafe<Record<string, string | number | null>>({
  type: 'object',
  additionalProperties: { type: ['string', 'number', 'null'] },
});

export const ChartAnswerSchema = Type.Object({
  chart: Type.String(),
  rows: Type.Array(RowSchema),
  hidden: Type.Integer({
    description:
      'Cells that are not shown: fewer than ten people are behind them, or behind what a total would tell of them.',
  }),
  tooFew: Type.Boolean({
    description:
      'Whether the filter is about fewer than ten people, or leaves fewer than ten out: nothing is shown then.',
  }),
  ratings: Type.Integer({ description: 'Ratings that the chart is about.' }),
  people: Type.Integer({ description: 'People who gave them.' }),
});
