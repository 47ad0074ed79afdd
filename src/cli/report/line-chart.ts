/** Draws a line chart as SVG, without a browser. Vega is loaded when the first chart is drawn. */
import type { TopLevelSpec } from 'vega-lite';

export interface ChartRow {
  series: string;
  x: number | string;
  y: number;
}

export interface LineChart {
  title: string;
  xTitle: string;
  yTitle: string;
  /** Whether `x` are names, in the order in which they first come, or numbers above 0 on a logarithmic scale. */
  x: 'ordinal' | 'logarithmic';
  rows: readonly ChartRow[];
}

const WIDTH = 560;
const HEIGHT = 300;

/** One line for each series, with a point for each row. */
export async function drawLineChart(chart: LineChart): Promise<string> {
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')]);
  return new View(parse(compile(specOf(chart)).spec), { renderer: 'none' }).toSVG();
}

function specOf({ title, xTitle, yTitle, x, rows }: LineChart): TopLevelSpec {
  const axis = { title: xTitle, labelAngle: 0 };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: title,
    title,
    width: WIDTH,
    height: HEIGHT,
    data: { values: rows.map((row) => ({ ...row })) },
    mark: { type: 'line', point: true },
    encoding: {
      x:
        x === 'ordinal'
          ? { field: 'x', type: 'ordinal', sort: null, axis }
          : { field: 'x', type: 'quantitative', scale: { type: 'log' }, axis },
      y: { field: 'y', type: 'quantitative', scale: { zero: false }, axis: { title: yTitle } },
      color: { field: 'series', type: 'nominal', sort: null, legend: { title: null } },
    },
  };
}
