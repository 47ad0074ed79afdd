/** What is handed to Prometheus and Grafana asks for metrics that exist, and the alerts are ones we tell what to do about. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { suite, test } from 'node:test';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { parse } from 'yaml';
import { startApi } from '../src/api/api.fixture.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const Alert = Type.Object({
  alert: Type.String(),
  expr: Type.String(),
  for: Type.Optional(Type.String({ pattern: '^[0-9]+[mh]$' })),
  labels: Type.Object({ severity: Type.Enum(['warning', 'critical']) }),
  annotations: Type.Object({ summary: Type.String(), description: Type.String() }),
});
const Alerts = Type.Object({
  groups: Type.Array(Type.Object({ name: Type.String(), rules: Type.Array(Alert) })),
});
const Place = Type.Object({ h: Type.Integer(), w: Type.Integer(), x: Type.Integer(), y: Type.Integer() });
const Dashboard = Type.Object({
  panels: Type.Array(
    Type.Object({
      id: Type.Integer(),
      title: Type.String(),
      gridPos: Place,
      targets: Type.Optional(Type.Array(Type.Object({ expr: Type.String() }), { minItems: 1 })),
    }),
  ),
});

const alerts = Parse(Alerts, parse(read('config/observability/alerts.yaml'))).groups.flatMap(
  ({ rules }) => rules,
);
const { panels } = Parse(Dashboard, JSON.parse(read('config/observability/grafana-dashboard.json')));
const queries = [
  ...alerts.map(({ expr }) => expr),
  ...panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
];

/** Prometheus adds these itself. */
const ADDED_LABELS = ['job', 'instance'];

/** Metrics with the labels they bear, `up` being Prometheus's own. */
function metricsIn(text: string): Map<string, Set<string>> {
  const metrics = new Map([['up', new Set(ADDED_LABELS)]]);
  for (const [, name = '', labels = ''] of text.matchAll(/^(\w+)(?:\{(.*)\})? /gm)) {
    const known = metrics.get(name) ?? new Set(ADDED_LABELS);
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) known.add(label);
    metrics.set(name, known);
  }
  return metrics;
}

/** Every metric that a query names, with the labels it selects by. */
function selectorsOf(query: string): [name: string, labels: string[]][] {
  return [...query.matchAll(/\b(up|(?:matinee|nodejs|process)_\w+)\b(?:\{([^}]*)\})?/g)].map(
    ([, name = '', labels = '']) => [
      name,
      [...labels.matchAll(/(\w+)\s*[=!]/g)].map(([, label = '']) => label),
    ],
  );
}

suite('observability', () => {
  test('every query selects by metrics and labels that /metrics has', async (t) => {
    const { api } = await startApi(t);
    await api.inject('/api/recommendations/users/1');
    const failing = await api.inject('/api/recommendations/users/1?after=nowhere:0:1');
    assert.equal(failing.statusCode, 400);
    const metrics = metricsIn((await api.inject('/metrics')).body);
    // No answer has failed yet, and its series comes with the first that does.
    metrics.set('matinee_http_errors_total', new Set([...ADDED_LABELS, 'route']));
    let selectors = 0;
    for (const query of queries) {
      const named = selectorsOf(query);
      assert.ok(named.length > 0, query);
      for (const [name, labels] of named) {
        const known = metrics.get(name);
        assert.ok(known !== undefined, `${name} is no metric: ${query}`);
        for (const label of labels) assert.ok(known.has(label), `${name} has no label ${label}: ${query}`);
        selectors += 1;
      }
    }
    assert.ok(selectors > queries.length);
  });

  test('every alert is told of in the documentation, and no other', () => {
    const told = [...read('docs/operations.md').matchAll(/^\| `(Matinee\w+)`/gm)].map(([, name]) => name);
    assert.deepEqual(
      told,
      alerts.map(({ alert }) => alert),
    );
  });

  test('the panels of the dashboard lie beside each other', () => {
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)} ${y + Math.floor(cell / w)}`),
    );
    assert.equal(new Set(cells).size, cells.length);
    assert.equal(new Set(panels.map(({ id }) => id)).size, panels.length);
  });
});
