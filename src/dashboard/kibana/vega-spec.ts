/**
 * A chart as Kibana draws it: Vega-Lite whose data is a query of Elasticsearch, as Kibana's Vega visualisation has it
 * (https://www.elastic.co/docs/explore-analyze/visualize/custom-visualizations-with-vega). The drawing is that of the page.
 */
import type { Chart, ChartColumn, Drawing } from '../chart.ts';
import type { Language } from '../local-text.ts';

/** More rows than any chart has. */
const MOST_ROWS = 10_000;

export interface KibanaSpec {
  $schema: string;
  title: string;
  data: { url: { index: string; body: object }; format: { property: string } };
  transform: { calculate: string; as: string }[];
  mark: object;
  encoding: object;
}

/** The query of a chart's rows, in their order: `hits.hits` of its answer are they. */
export function rowsQuery(chart: Pick<Chart, 'id'>) {
  return { size: MOST_ROWS, query: { term: { chart: chart.id } }, sort: [{ row: 'asc' }] };
}

export function kibanaSpec(chart: Chart, index: string, language: Language): KibanaSpec {
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    title: chart.title[language],
    data: { url: { index, body: rowsQuery(chart) }, format: { property: 'hits.hits' } },
    transform: chart.columns.map(({ name }) => ({ calculate: `datum._source.cells['${name}']`, as: name })),
    mark: { ...chart.drawing.mark, tooltip: true },
    encoding: encodingOf(chart.drawing, chart.columns, language),
  };
}

/** The drawing's channels, each named in the reader's language, and all columns as a tooltip. */
function encodingOf({ encoding }: Drawing, columns: readonly ChartColumn[], language: Language): object {
  const titleOf = (field: string) => columns.find(({ name }) => name === field)?.title[language] ?? field;
  const channels: Record<string, object> = {};
  for (const [channel, definition] of Object.entries(encoding))
    channels[channel] = { ...definition, title: titleOf(definition.field) };
  const tooltip = columns.map(({ name }) => ({ field: name, title: titleOf(name) }));
  return { ...channels, tooltip };
}
