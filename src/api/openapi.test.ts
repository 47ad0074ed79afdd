/** That the OpenAPI document speaks of every route, and that answers are what it says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Type } from 'typebox';
import { ROUTES } from '../client/operations.ts';
import { isJsonObject } from '../domain/json.ts';
import { ask, startApi } from './api.fixture.ts';

const OperationSchema = Type.Object({
  operationId: Type.String(),
  summary: Type.String({ minLength: 1 }),
  tags: Type.Array(Type.String(), { minItems: 1, maxItems: 1 }),
  parameters: Type.Optional(Type.Array(Type.Object({ name: Type.String(), in: Type.String() }))),
  responses: Type.Record(
    Type.String(),
    Type.Object({
      content: Type.Optional(Type.Record(Type.String(), Type.Object({ schema: Type.Object({}) }))),
    }),
  ),
});
const DocumentSchema = Type.Object({
  openapi: Type.Literal('3.1.0'),
  paths: Type.Record(Type.String(), Type.Record(Type.String(), OperationSchema)),
});

const EXPECTED = [
  'DELETE /api/session',
  'DELETE /api/subjects/{userId}',
  'DELETE /api/subjects/{userId}/objection',
  'DELETE /api/subjects/{userId}/restriction',
  'DELETE /api/users/{userId}/ratings/{movieId}',
  'GET /api/about',
  'GET /api/admin/experiment',
  'GET /api/admin/flow',
  'GET /api/admin/quality',
  'GET /api/admin/retention',
  'GET /api/events',
  'GET /api/movies',
  'GET /api/movies/suggest',
  'GET /api/movies/{movieId}',
  'GET /api/profiles',
  'GET /api/recommendations/movies/{movieId}',
  'GET /api/recommendations/users/{userId}',
  'GET /api/recommendations/users/{userId}/movies/{movieId}/explanation',
  'GET /api/recommendations/users/{userId}/questions',
  'GET /api/recommendations/users/{userId}/rows',
  'GET /api/recommendations/users/{userId}/together',
  'GET /api/session',
  'GET /api/stats',
  'GET /api/stats/totals',
  'GET /api/stats/{chart}',
  'GET /api/subjects/{userId}',
  'GET /api/users/{userId}/opinions',
  'GET /api/users/{userId}/ratings',
  'GET /healthz',
  'GET /metrics',
  'GET /readyz',
  'POST /api/admin/retention',
  'POST /api/imports',
  'POST /api/interactions',
  'POST /api/interactions/batch',
  'POST /api/ratings',
  'POST /api/ratings/batch',
  'POST /api/session',
  'POST /api/subjects/{userId}/objection',
  'POST /api/subjects/{userId}/rectification',
  'POST /api/subjects/{userId}/restriction',
  'POST /api/users',
];

test('every route is documented, with its parameters, answers and problems', async (t) => {
  const { api } = await startApi(t);
  const { paths } = await ask(api, '/api/openapi.json', DocumentSchema);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
  assert.deepEqual(operations.map(({ name }) => name).sort(), EXPECTED);
  assert.equal(new Set(operations.map(({ operation }) => operation.operationId)).size, EXPECTED.length);
  for (const { name, path, operation } of operations) {
    const inPath = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? [];
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    assert.deepEqual(
      inPath.map((parameter) => parameter.name),
      named,
      name,
    );
    assert.ok(operation.responses.default?.content?.['application/problem+json'], name);
    assert.ok('200' in operation.responses || '202' in operation.responses, name);
    if (name.startsWith('GET /api')) {
      assert.ok(
        operation.parameters?.some((parameter) => parameter.name === 'after'),
        `${name} takes after`,
      );
    }
  }
});

/** What `matinee/client` leaves to others: text for Prometheus, streams, and signing in, which pages do. */
const NOT_IN_CLIENT = ['GET /metrics', 'GET /api/events', 'POST /api/session', 'DELETE /api/session'];

test('the client asks what the API answers, by the same names', async (t) => {
  const { api } = await startApi(t);
  const { paths } = await ask(api, '/api/openapi.json', DocumentSchema);
  const asked = Object.entries(ROUTES).map(([name, { method, path }]) => {
    const operationId = paths[path]?.[method.toLowerCase()]?.operationId;
    assert.equal(operationId, name, `${method} ${path} in src/client/operations.ts`);
    return `${method} ${path}`;
  });
  assert.deepEqual([...asked, ...NOT_IN_CLIENT].sort(), EXPECTED, 'src/client/operations.ts has every route');
});

/** The schema, refusing every field that it does not name. */
function closeObjects(schema: object): object {
  const closed: Record<string, unknown> = 'properties' in schema ? { additionalProperties: false } : {};
  for (const [key, value] of Object.entries(schema))
    closed[key] = isJsonObject(value) ? closeObjects(value) : value;
  return closed;
}

/** The parameters that a route does not answer without. */
const NEEDED = { '/suggest': '?prefix=f', '/together': '?with=v', '/events': '?once=true' };

test('answers and problems keep to the schemas of the document', async (t) => {
  const { api } = await startApi(t, {
    profiles: { list: async () => ({ total: 0, people: [] }) },
    experiment: { name: 'popular-first', share: 0.5, variant: { byPopularity: true } },
  });
  const { paths } = await ask(api, '/api/openapi.json', DocumentSchema);
  const ajv = new Ajv2020({ strict: false });
  const check = (path: string, method: string, status: string, type: string, body: unknown) => {
    const schema = paths[path]?.[method]?.responses[status]?.content?.[type]?.schema;
    assert.ok(schema !== undefined, `${method} ${path} ${status}`);
    const strict = closeObjects(schema);
    const validate = ajv.compile(strict);
    assert.ok(validate(body), `${path}: ${ajv.errorsText(validate.errors)}`);
  };
  const ratings = [1, 2, 3].map((movieId) => ({ userId: 'u', movieId, rating: 4 }));
  const posted = await api.inject({ method: 'POST', url: '/api/ratings/batch', body: ratings });
  check('/api/ratings/batch', 'post', '202', 'application/json', posted.json());
  for (const path of EXPECTED.filter((name) => name.startsWith('GET ')).map((name) => name.slice(4))) {
    const url = path.replace('{userId}', 'u').replace('{movieId}', '1').replace('{chart}', 'genres');
    const needed = Object.entries(NEEDED).find(([end]) => url.endsWith(end))?.[1] ?? '';
    const response = await api.inject({ url: `${url}${needed}` });
    assert.equal(response.statusCode, 200, url);
    const [type = ''] = String(response.headers['content-type']).split(';');
    check(path, 'get', '200', type, type === 'application/json' ? response.json() : response.body);
  }
  const problem = await api.inject({ url: '/api/movies/0' });
  check('/api/movies/{movieId}', 'get', 'default', 'application/problem+json', problem.json());
});

test('the pages of the documentation load under their security policy', async (t) => {
  const { api } = await startApi(t);
  const page = await api.inject({ url: '/docs' });
  const html = page.statusCode === 302 ? (await api.inject({ url: '/docs/' })).body : page.body;
  assert.match(html, /swagger-ui-bundle\.js/);
  assert.doesNotMatch(html, /<script>(?!\s*<)/, 'no inline script');
  const policy = String(
    (await api.inject({ url: '/docs/static/index.html' })).headers['content-security-policy'],
  );
  assert.match(policy, /script-src 'self'(;|$)/);
  assert.equal((await api.inject({ url: '/docs/json' })).statusCode, 200);
});
