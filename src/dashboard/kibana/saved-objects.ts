/**
 * The dashboard as saved objects of Kibana 9: a data view, a Vega visualisation for each chart, and the dashboard that has
 * them all. Their shapes are those of Kibana's own sample data at 9.4
 * (`src/platform/plugins/shared/home/server/services/sample_data` of elastic/kibana).
 */
import type { Chart } from '../chart.ts';
import { CHARTS } from '../charts.ts';
import type { Language, LocalText } from '../local-text.ts';
import { kibanaSpec } from './vega-spec.ts';

export interface Reference {
  id: string;
  name: string;
  type: string;
}

export interface SavedObject {
  id: string;
  type: 'index-pattern' | 'visualization' | 'dashboard';
  attributes: Readonly<Record<string, unknown>>;
  references: Reference[];
  coreMigrationVersion: string;
  typeMigrationVersion: string;
  managed: boolean;
}

/** What Kibana brings objects forward from: versions of its own sample data. */
const CORE_VERSION = '8.8.0';
const TYPE_VERSION = { 'index-pattern': '8.0.0', visualization: '8.0.0', dashboard: '8.7.0' } as const;

const TITLE: LocalText = { fr: 'Matinee : les notes', en: 'Matinee: the ratings' };
const DESCRIPTION: LocalText = {
  fr: 'Les graphiques de Matinee, sans ce que moins de dix personnes ont fait.',
  en: 'The charts of Matinee, without what fewer than ten people did.',
};

/** Kibana's grid has 48 columns: two charts a row. */
const PANEL = { w: 24, h: 15 };
const PANELS_A_ROW = 2;

const NO_SEARCH = JSON.stringify({ query: { query: '', language: 'kuery' }, filter: [] });

/** Every object, those that others refer to first. `index` holds the rows of the charts. */
export function savedObjects(index: string, language: Language): SavedObject[] {
  const view = object('index-pattern', 'matinee-charts', {
    title: index,
    name: TITLE[language],
    timeFieldName: 'measuredAt',
    fieldFormatMap: '{}',
    sourceFilters: '[]',
    allowNoIndex: true,
  });
  const visualisations = CHARTS.map((chart) => visualisation(chart, index, language));
  return [view, ...visualisations, dashboard(language)];
}

const idOf = (chart: Chart) => `matinee-chart-${chart.id}`;

function visualisation(chart: Chart, index: string, language: Language): SavedObject {
  const title = chart.title[language];
  const spec = JSON.stringify(kibanaSpec(chart, index, language), null, 2);
  return object('visualization', idOf(chart), {
    title,
    description: '',
    version: 1,
    visState: JSON.stringify({ title, type: 'vega', aggs: [], params: { spec } }),
    uiStateJSON: '{}',
    kibanaSavedObjectMeta: { searchSourceJSON: NO_SEARCH },
  });
}

function dashboard(language: Language): SavedObject {
  const panels = CHARTS.map((_, place) => {
    const panelIndex = String(place + 1);
    const x = (place % PANELS_A_ROW) * PANEL.w;
    const y = Math.floor(place / PANELS_A_ROW) * PANEL.h;
    return {
      type: 'visualization',
      panelIndex,
      gridData: { x, y, ...PANEL, i: panelIndex },
      embeddableConfig: { enhancements: {} },
      panelRefName: `panel_${panelIndex}`,
    };
  });
  const references = CHARTS.map((chart, place) => ({
    id: idOf(chart),
    name: `${place + 1}:panel_${place + 1}`,
    type: 'visualization',
  }));
  const attributes = {
    title: TITLE[language],
    description: DESCRIPTION[language],
    version: 1,
    timeRestore: false,
    optionsJSON: JSON.stringify({ useMargins: true, syncColors: false, hidePanelTitles: false }),
    panelsJSON: JSON.stringify(panels),
    kibanaSavedObjectMeta: { searchSourceJSON: NO_SEARCH },
  };
  return object('dashboard', 'matinee-ratings', attributes, references);
}

function object(
  type: SavedObject['type'],
  id: string,
  attributes: SavedObject['attributes'],
  references: Reference[] = [],
): SavedObject {
  return {
    id,
    type,
    attributes,
    references,
    coreMigrationVersion: CORE_VERSION,
    typeMigrationVersion: TYPE_VERSION[type],
    managed: false,
  };
}

/** One object a line, and what Kibana's own exports end with. */
export function toNdjson(objects: readonly SavedObject[]): string {
  const summary = {
    excludedObjects: [],
    excludedObjectsCount: 0,
    exportedCount: objects.length,
    missingRefCount: 0,
    missingReferences: [],
  };
  return [...objects, summary].map((line) => `${JSON.stringify(line)}\n`).join('');
}
