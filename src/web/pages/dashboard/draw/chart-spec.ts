/** A chart as Vega-Lite: what the server says of marks and encodings, with the page's colours, sizes and words. */
import type { Config, TopLevelSpec } from 'vega-lite';
import type { ChartDescription } from '../../../../api/schemas/chart.ts';
import type { Palette } from './palette.ts';

export interface DrawnChart {
  chart: Pick<ChartDescription, 'id' | 'title' | 'columns' | 'click' | 'drawing'>;
  /** Rows in the reader's words, each with its place, and whether it is what the dashboard is narrowed to. */
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
  palette: Palette;
  width: number;
  locale: Config['locale'];
  /** Whether it stands alone, as a picture, and says its title itself. */
  alone?: boolean;
}

type Channel = ChartDescription['drawing']['encoding'][string];

const NARROW = 520;
const BAND = 24;
const HEIGHT = 240;
const HIGH_BAND = 34;
/** More points than this on a line stand close. */
const CROWD = 60;
/** What a figure beside a colour or size is written by. */
const WHOLE = ',.0f';

export function chartSpec({ chart, rows, palette, width, locale, alone = false }: DrawnChart): TopLevelSpec {
  const { mark, encoding } = chart.drawing;
  const titleOf = (field: string) => chart.columns.find(({ name }) => name === field)?.title ?? field;
  const position = (channel: Channel) =>
    positionOf(channel, { title: titleOf(channel.field), narrow: width < NARROW, rows });
  const { x, y, color, size } = encoding;
  const someSelected = rows.some(({ selected }) => selected === true);
  return {
    ...(alone && { title: chart.title, padding: 16 }),
    data: { name: 'rows', values: rows.map((row) => ({ ...row })) },
    width,
    height: heightOf(y, rows, mark.type === 'rect' ? HIGH_BAND : BAND),
    autosize: { type: 'fit-x', contains: 'padding' },
    mark: {
      ...mark,
      ...(mark.point === true && {
        point: { filled: true, size: rows.length > CROWD ? 14 : 60, color: palette.mark },
      }),
      ...(mark.type === 'point' && { filled: true }),
      ...(chart.click && { cursor: 'pointer' }),
      tooltip: { content: 'data' },
    },
    encoding: {
      ...(x && { x: position(x) }),
      ...(y && { y: position(y) }),
      ...(color && {
        color: {
          field: color.field,
          type: color.type,
          scale: { range: [palette.least, palette.mark] },
          legend: { title: titleOf(color.field), orient: 'bottom', gradientLength: 160, format: WHOLE },
        },
      }),
      ...(size && {
        size: {
          field: size.field,
          type: size.type,
          scale: { range: [40, 360] },
          legend: { title: titleOf(size.field), orient: 'bottom', symbolLimit: 4, format: WHOLE },
        },
      }),
      ...(someSelected && { opacity: { condition: { test: 'datum.selected', value: 1 }, value: 0.35 } }),
    },
    config: { ...configOf(palette), ...(locale && { locale }) },
  };
}

/** A band for each value; as high as any chart where there are none. */
function heightOf(y: Channel | undefined, rows: DrawnChart['rows'], band: number): number {
  if (y === undefined || y.type === 'quantitative') return HEIGHT;
  return band * new Set(rows.map((row) => row[y.field])).size;
}

interface Place {
  title: string;
  narrow: boolean;
  rows: DrawnChart['rows'];
}

function positionOf({ field, type, sort, scale, axis }: Channel, { title, narrow, rows }: Place) {
  // Words for numbers, as of weekdays, have an order that the alphabet does not know: that in which they come.
  const asTheyCome =
    type === 'ordinal' && sort === undefined && rows.some((row) => typeof row[field] === 'string');
  return {
    field,
    type,
    ...(asTheyCome && { sort: null }),
    ...(sort !== undefined && { sort: typeof sort === 'object' && sort !== null ? [...sort] : sort }),
    scale: { ...copyOfScale(scale), ...(type === 'temporal' && { type: 'utc' as const }) },
    axis: {
      title,
      labelLimit: narrow ? 140 : 260,
      labelOverlap: 'greedy' as const,
      ...(type === 'quantitative' && { tickCount: narrow ? 4 : 8 }),
      ...(type === 'temporal' && { format: '%b %Y', tickCount: narrow ? 3 : 6 }),
      ...(axis?.labelAngle !== undefined && { labelAngle: axis.labelAngle }),
      ...(axis?.format !== undefined && { format: axis.format }),
      // The words of bands say what they are.
      ...(type === 'nominal' && { title: null }),
    },
  };
}

function copyOfScale(scale: Channel['scale']) {
  return {
    ...(scale?.zero !== undefined && { zero: scale.zero }),
    ...(scale?.domain !== undefined && { domain: [...scale.domain] }),
  };
}

/** Nothing of it is for assistive technology: a picture has its title, and a table of the same rows. */
function configOf({ ink, inkSoft, line, mark, surface, font }: Palette) {
  const words = { labelColor: inkSoft, titleColor: ink, labelFont: font, titleFont: font };
  return {
    aria: false,
    background: surface,
    font,
    view: { stroke: null },
    title: { color: ink, font, fontSize: 16, anchor: 'start' as const, offset: 12 },
    axis: {
      ...words,
      labelFontSize: 12,
      titleFontSize: 12,
      titleFontWeight: 600 as const,
      gridColor: line,
      domainColor: line,
      tickColor: line,
    },
    legend: { ...words, labelFontSize: 12, titleFontSize: 12, symbolFillColor: mark, symbolStrokeWidth: 0 },
    bar: { color: mark },
    line: { color: mark, strokeWidth: 2 },
    point: { color: mark },
  };
}
