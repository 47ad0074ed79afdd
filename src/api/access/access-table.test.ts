/** The authorisation matrix: every route of the running application × every role × own and other person, as declared. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InjectOptions } from 'fastify';
import { parseUserId } from '../../domain/ids.ts';
import type { Whose } from '../../governance/access/decide.ts';
import { type Principal, ROLES, type Role, type Scope } from '../../governance/access/principal.ts';
import { assertProblem, startApi } from '../api.fixture.ts';
import { ACCESS, EVERYBODY } from './access-table.ts';
import type { AccessControl } from './guard.ts';

const known = new Map<string, Principal>();
/** Who asks is told by name, since what is tested is what they may do. */
const control: AccessControl = {
  authenticate: async ({ headers }) => known.get(headers.authorization ?? '') ?? null,
};
const ada = parseUserId('ada');

function by(roles: readonly Role[], scopes: readonly Scope[] = ['read', 'write'], userId = ada) {
  const principal: Principal = { kind: 'account', id: 'a', roles, scopes, userId };
  const authorization = JSON.stringify(principal);
  known.set(authorization, principal);
  return { authorization };
}

/** What a route is sent about a person, where that is not in its path; `null` names nobody. */
const BODIES: Record<string, (userId: string | null) => object> = {
  'POST /api/ratings': (userId) => ({ userId, movieId: 1, rating: 4 }),
  'POST /api/ratings/batch': (userId) => [
    { userId: 'ada', movieId: 1, rating: 4 },
    { userId, movieId: 2, rating: 4 },
  ],
  'POST /api/interactions': (userId) => ({ userId, movieId: 1, type: 'view' }),
  'POST /api/interactions/batch': (userId) => [
    { userId: 'ada', movieId: 1, type: 'impression' },
    { userId, movieId: 2, type: 'impression' },
  ],
  'POST /api/subjects/:userId/rectification': () => ({ profile: { gender: null } }),
  'POST /api/users': (userId) => (userId === null ? {} : { userId }),
  'POST /api/imports': () => ({ csv: 'Date,Name,Year,Letterboxd URI,Rating\n2024-01-01,Film A,1990,,4\n' }),
};
const QUERIES: Record<string, string> = {
  'GET /api/movies/suggest': '?prefix=f',
  'GET /api/events': '?once=true',
  'GET /api/recommendations/users/:userId/together': '?with=ada',
};

function requestFor(route: string, whose: Whose): InjectOptions {
  const [name, url = ''] = route.split(' ');
  const method = name === 'POST' || name === 'DELETE' ? name : 'GET';
  const person = { nobody: null, own: 'ada', other: 'bob' }[whose];
  const body = BODIES[route]?.(person);
  const path = url.replace(':userId', person ?? '').replace(':movieId', '1');
  return {
    method,
    url: `${path}${QUERIES[route] ?? ''}`,
    ...(body === undefined ? {} : { body }),
  };
}

const routes = Object.entries(ACCESS);

test('every route that is served is declared, and every one declared is served', async (t) => {
  const { api } = await startApi(t, { access: control });
  const served = [...api.servedRoutes].filter(
    (route) => !/^HEAD /.test(route) && !/ \/docs(\/|$)/.test(route),
  );
  assert.deepEqual(served.sort(), routes.map(([route]) => route).sort());
});

test('every route × role × person is allowed or refused as declared', async (t) => {
  const { api } = await startApi(t, { access: control });
  let cells = 0;
  for (const [route, access] of routes) {
    if (access === EVERYBODY) {
      const { statusCode } = await api.inject(requestFor(route, 'nobody'));
      assert.ok(![401, 403].includes(statusCode), route);
      continue;
    }
    const inPath = route.includes(':userId');
    const aboutPersons = inPath || access.own !== undefined;
    const aboutNobody = !inPath && (access.nobody !== undefined || !aboutPersons);
    const columns: Whose[] = [
      ...(aboutPersons ? (['own', 'other'] as const) : []),
      ...(aboutNobody ? (['nobody'] as const) : []),
    ];
    for (const whose of columns) {
      const request = requestFor(route, whose);
      assertProblem(await api.inject(request), 401);
      for (const role of ROLES) {
        const { statusCode, body } = await api.inject({ ...request, headers: by([role]) });
        const allowed: boolean = access[whose]?.includes(role) === true;
        assert.equal(statusCode !== 403, allowed, `${route} ${role} ${whose}: ${statusCode} ${body}`);
        assert.notEqual(statusCode, 401);
        assert.notEqual(statusCode, 400, `${route}: the request of this test must be valid`);
        cells += 1;
      }
    }
  }
  assert.ok(cells > 100, `${cells} cells`);
});

test('nobody reaches another person but a steward, for their rights', () => {
  const crossing = routes.filter(([, access]) => access !== EVERYBODY && access.other !== undefined);
  for (const [route, access] of crossing) {
    assert.ok(access !== EVERYBODY && access.other?.every((role) => role === 'steward'), route);
  }
  assert.deepEqual(
    crossing.map(([route]) => route).filter((route) => !route.includes('/api/subjects/')),
    ['POST /api/users'],
  );
});

test('one other person among many is enough to be refused: in a batch, and among those to watch with', async (t) => {
  const { api, stream } = await startApi(t, { access: control });
  const headers = by(['viewer']);
  const batch = [1, 2].map((movieId) => ({ userId: movieId === 1 ? 'ada' : 'bob', movieId, rating: 4 }));
  const post = (body: object[]) => api.inject({ method: 'POST', url: '/api/ratings/batch', headers, body });
  assertProblem(await post(batch), 403);
  assert.equal(stream.log('movies', 0).length + stream.log('movies', 1).length, 0);
  assert.equal((await post(batch.slice(0, 1))).statusCode, 202);
  const together = '/api/recommendations/users/ada/together?with=ada&with=bob';
  assertProblem(await api.inject({ url: together, headers }), 403);
});

test('scopes bound what a role may do, and let a program act for anybody', async (t) => {
  const { api } = await startApi(t, { access: control });
  const body = { userId: 'bob', movieId: 1, rating: 4 };
  const rate = (...scopes: Scope[]) =>
    api.inject({ method: 'POST', url: '/api/ratings', headers: by(['viewer'], scopes, null), body });
  assertProblem(await rate('read', 'persons'), 403);
  assertProblem(await rate('write'), 403);
  assert.equal((await rate('write', 'persons')).statusCode, 202);
  const export_ = { url: '/api/users/bob/ratings', headers: by(['viewer'], ['write', 'persons'], null) };
  assertProblem(await api.inject(export_), 403);
});

test('a route that is declared nowhere is refused to everybody, and what is not there is told as such', async (t) => {
  const { api } = await startApi(t, { access: control });
  const headers = by(ROLES, ['read', 'write', 'persons']);
  assertProblem(await api.inject({ url: '/api/nothing', headers }), 404);
  assertProblem(await api.inject({ method: 'PUT', url: '/api/ratings', headers, payload: 'x' }), 405);
  const asked = await api.inject('/api/movies');
  assert.match(String(asked.headers['www-authenticate']), /^Bearer/);
});
