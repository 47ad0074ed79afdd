/** The saved objects: whole, drawn by Vega-Lite, and nothing of them about a single person. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { compile, type TopLevelSpec } from 'vega-lite';
import { CHARTS } from '../charts.ts';
import { type SavedObject, savedObjects, toNdjson } from './saved-objects.ts';
import { kibanaSpec } from './vega-spec.ts';

const StateSchema = Type.Object({
  title: Type.String(),
  type: Type.Literal('vega'),
  aggs: Type.Array(Type.Unknown(), { maxItems: 0 }),
  params: Type.Object({ spec: Type.String() }),
});
const PanelsSchema = Type.Array(
  Type.Object({
    type: Type.Literal('visualization'),
    panelIndex: Type.String(),
    panelRefName: Type.String(),
    gridData: Type.Object({
      x: Type.Integer({ minimum: 0 }),
      y: Type.Integer({ minimum: 0 }),
      w: Type.Integer({ minimum: 1 }),
      h: Type.Integer({ minimum: 1 }),
      i: Type.String(),
    }),
  }),
);

const objects = savedObjects('matinee_charts', 'en');
const named = (type: SavedObject['type']) => objects.filter((object) => object.type === type);
const parsed = (text: unknown): unknown => JSON.parse(String(text));

describe('the saved objects of Kibana', () => {
  it('are a data view, a visualisation a chart, and one dashboard, each id once', () => {
    assert.deepEqual(
      [named('index-pattern').length, named('visualization').length, named('dashboard').length],
      [1, CHARTS.length, 1],
    );
    assert.equal(new Set(objects.map(({ id }) => id)).size, objects.length);
    // Kibana brings objects forward from these; a version that it does not know is refused on import.
    const versions = { 'index-pattern': '8.0.0', visualization: '8.0.0', dashboard: '8.7.0' };
    for (const { type, coreMigrationVersion, typeMigrationVersion } of objects)
      assert.deepEqual([coreMigrationVersion, typeMigrationVersion], ['8.8.0', versions[type]]);
    const lines = toNdjson(objects).trimEnd().split('\n').map(parsed);
    assert.equal(lines.length, objects.length + 1);
    assert.deepEqual(lines.slice(0, -1), objects);
  });

  it('have a dashboard whose panels each name a visualisation that is there, and none covers another', () => {
    const [board] = named('dashboard');
    assert.ok(board !== undefined);
    const panels = Parse(PanelsSchema, parsed(board.attributes.panelsJSON));
    const shown = panels.map(({ panelIndex, panelRefName }) => {
      const reference = board.references.find(({ name }) => name === `${panelIndex}:${panelRefName}`);
      assert.ok(reference !== undefined, panelIndex);
      return reference.id;
    });
    assert.deepEqual(
      shown,
      named('visualization').map(({ id }) => id),
    );
    const cells = panels.flatMap(({ gridData: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`),
    );
    assert.equal(new Set(cells).size, cells.length);
    assert.ok(panels.every(({ gridData: { x, w } }) => x + w <= 48));
  });

  it('draw every chart by Vega-Lite, and ask for the rows of that chart alone', () => {
    for (const [place, chart] of CHARTS.entries()) {
      const state = Parse(StateSchema, parsed(named('visualization')[place]?.attributes.visState));
      assert.equal(state.title, chart.title.en);
      assert.deepEqual(parsed(state.params.spec), kibanaSpec(chart, 'matinee_charts', 'en'));
      const { data, transform, mark, encoding, $schema } = kibanaSpec(chart, 'matinee_charts', 'en');
      assert.match(JSON.stringify(data.url), new RegExp(`"index":"matinee_charts".*"chart":"${chart.id}"`));
      assert.deepEqual(
        transform.map(({ as }) => as),
        chart.columns.map(({ name }) => name),
      );
      const warnings: string[] = [];
      const logger = { level: () => 0, error: warn, warn, info: () => logger, debug: () => logger };
      function warn(...words: unknown[]) {
        warnings.push(words.join(' '));
        return logger;
      }
      const drawn: unknown = { $schema, data: { values: [] }, transform, mark, encoding };
      compile(asSpec(drawn), { logger: Object.assign(logger, { level: () => logger }) });
      assert.deepEqual(warnings, [], chart.id);
    }
  });
});

function isSpec(value: unknown): value is TopLevelSpec {
  return typeof value === 'object' && value !== null && 'mark' in value;
}

function asSpec(value: unknown): TopLevelSpec {
  assert.ok(isSpec(value));
  return value;
}
