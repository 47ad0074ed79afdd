/** Signing in through a real OpenID provider that runs here, as a browser would. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import Provider from 'oidc-provider';
import { createOidc, type Oidc } from '../governance/access/oidc.ts';
import { createPersonSeal } from '../governance/access/sealed-person.ts';
import { createSessions } from '../governance/access/sessions.ts';
import { openKeyDatabase } from '../governance/vault/database.ts';
import { type PageSignIn, principalOfSession, sessionCookie } from './access/page-sign-in.ts';
import { assertProblem, startApi } from './api.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-oidc-'));
const database = openKeyDatabase(join(folder, 'persons.db'));
const sessions = createSessions(database, createPersonSeal(Buffer.alloc(32, 9)), { now: () => Date.now() });
const publicUrl = 'http://127.0.0.1:9';
const redirectUri = `${publicUrl}/api/session/oidc/callback`;
const claims = { userId: 'sub', roles: 'roles' };
const server: Server = createServer();
let issuer = '';
let oidc: Oidc;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'matinee',
        token_endpoint_auth_method: 'none',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    conformIdTokenClaims: false,
    claims: { openid: ['sub', 'roles'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, roles: id === 'sam' ? ['steward'] : [] }),
    }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  oidc = createOidc({
    issuer,
    clientId: 'matinee',
    clientSecret: null,
    scope: 'openid',
    claims,
    redirectUri,
  });
});
after(() => {
  server.close();
  server.closeAllConnections();
  database.close();
  rmSync(folder, { recursive: true });
});

const signIn: PageSignIn = {
  methods: ['oidc'],
  cookie: sessionCookie(publicUrl),
  sessionMs: 60_000,
  withPassword: () => Promise.reject(new Error('no test signs in so')),
  oidc: {
    begin: () => oidc.begin(),
    async finish(search, remembered) {
      const { bearer, roles, userId } = await oidc.finish(search, remembered);
      const person = userId === null ? null : { userId, pseudonym: `pseudonym-of-${userId}` };
      return sessions.openForeignSession({ bearer, roles, person }, 60_000);
    },
  },
  find: async (token) => sessions.findSession(token),
  close: async (token) => sessions.closeSession(token),
};
const access = {
  signIn,
  authenticate: (request: Parameters<typeof principalOfSession>[0]) => principalOfSession(request, signIn),
};

/** Goes through the pages of the provider as somebody, and gives where it sends the browser back to. */
async function throughProvider(start: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const visit = async (url: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  let response = await visit(start);
  for (let step = 0; step < 12; step++) {
    const location = response.headers.get('location');
    if (location?.startsWith(publicUrl)) return location;
    if (location !== null) {
      response = await visit(new URL(location, issuer).href);
      continue;
    }
    const html = await response.text();
    const [, action = ''] = /action="([^"]+)"/.exec(html) ?? [];
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(html) ?? [];
    assert.notEqual(prompt, '', html);
    response = await visit(new URL(action, issuer).href, { prompt, login, password: 'any' });
  }
  throw new Error('the provider did not send the browser back');
}

async function begin(api: FastifyInstance) {
  const { statusCode, headers, cookies } = await api.inject('/api/session/oidc');
  assert.equal(statusCode, 303);
  const [cookie] = cookies;
  return { url: String(headers.location), cookie, pending: { [cookie?.name ?? '']: cookie?.value ?? '' } };
}

test('a browser goes there and comes back signed in, as the person and with the roles of the claims', async (t) => {
  const { api } = await startApi(t, { access });
  const { url, cookie, pending } = await begin(api);
  assert.deepEqual([cookie?.httpOnly, cookie?.sameSite], [true, 'Lax']);
  const asked = new URL(url).searchParams;
  assert.deepEqual([asked.get('response_type'), asked.get('code_challenge_method')], ['code', 'S256']);
  const back = new URL(await throughProvider(url, 'ada'));
  const come = () => api.inject({ url: `${back.pathname}${back.search}`, cookies: pending });
  const done = await come();
  assert.deepEqual([done.statusCode, done.headers.location], [303, '/']);
  const session = done.cookies.find(({ name }) => name === signIn.cookie.name);
  assert.deepEqual([session?.httpOnly, session?.sameSite], [true, 'Strict']);
  const cookies = { [signIn.cookie.name]: session?.value ?? '' };
  assert.equal((await api.inject({ url: '/api/users/ada/ratings', cookies })).statusCode, 200);
  assertProblem(await api.inject({ url: '/api/users/bob/ratings', cookies }), 403);
  assertProblem(await come(), 401);

  const steward = await begin(api);
  const again = new URL(await throughProvider(steward.url, 'sam'));
  const { cookies: set } = await api.inject({
    url: `${again.pathname}${again.search}`,
    cookies: steward.pending,
  });
  const token = set.find(({ name }) => name === signIn.cookie.name)?.value ?? '';
  assert.deepEqual(sessions.findSession(token)?.roles, ['steward']);
});

test('an answer that another browser began, or that was changed, signs nobody in', async (t) => {
  const { api } = await startApi(t, { access });
  const [ours, theirs] = [await begin(api), await begin(api)];
  const back = new URL(await throughProvider(ours.url, 'ada'));
  const path = `${back.pathname}${back.search}`;
  const refused = [
    { url: path },
    { url: path, cookies: theirs.pending },
    { url: path.replace(/state=[^&]+/, 'state=other'), cookies: ours.pending },
    { url: path.replace(/code=[^&]+/, 'code=other'), cookies: ours.pending },
    { url: '/api/session/oidc/callback?error=access_denied', cookies: ours.pending },
    { url: '/api/session/oidc/callback', cookies: ours.pending },
  ];
  for (const request of refused) {
    const response = await api.inject(request);
    assertProblem(response, 401);
    assert.ok(!response.cookies.some(({ name }) => name === signIn.cookie.name));
  }
});

test('a provider that is away is told as such', async () => {
  const away = createOidc({
    ...{ clientId: 'matinee', clientSecret: null, scope: 'openid', claims, redirectUri },
    issuer: 'http://127.0.0.1:9',
  });
  await assert.rejects(away.begin(), { code: 'UNAVAILABLE', hint: /access\.oidc\.issuer/ });
});

test('where no provider is configured there is nothing to follow', async (t) => {
  const { api } = await startApi(t);
  assertProblem(await api.inject('/api/session/oidc'), 404);
});
