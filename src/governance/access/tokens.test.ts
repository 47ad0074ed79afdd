/** Tokens against an issuer that runs here: those that hold, and every way in which one does not. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { ClaimNames } from './claims.ts';
import { createTokenCheck } from './tokens.ts';

const issuer = 'https://issuer.example';
const audience = 'matinee';
const now = 1_700_000_000_000;
const seconds = now / 1_000;

const ours = await generateKeyPair('ES256');
const next = await generateKeyPair('RS256');
const foreign = await generateKeyPair('ES256');
let published: object[] = [{ ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'ES256' }];
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: published }));
});
let jwksUrl = '';
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  jwksUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/keys`;
});
after(() => server.close());

function check(claims: ClaimNames = { userId: 'sub', roles: 'roles' }) {
  return createTokenCheck({ issuer, audience, jwksUrl, claims, clock: { now: () => now } });
}

const whole = { iss: issuer, aud: audience, sub: 'ada', exp: seconds + 60 };
async function sign(payload: JWTPayload, key = ours.privateKey, header = { alg: 'ES256', kid: 'one' }) {
  return new SignJWT(payload).setProtectedHeader(header).sign(key);
}
const refused = (message: RegExp) => ({ code: 'UNAUTHENTICATED', message });

test('a token stands for its person, roles and scopes, by the claims that are configured', async () => {
  const plain = await check()(await sign(whole));
  assert.deepEqual(
    { ...plain, id: '' },
    { kind: 'token', id: '', roles: ['viewer'], scopes: ['read', 'write'], userId: 'ada' },
  );
  assert.doesNotMatch(plain.id, /ada/);
  const claims = {
    ...whole,
    realm_access: { roles: ['offline_access', 'operator', 'steward'] },
    'https://films.example/id': 7,
    scope: 'openid matinee:read matinee:everything matinee:import',
  };
  const names = { userId: 'https://films.example/id', roles: 'realm_access.roles' };
  const { roles, scopes, userId } = await check(names)(await sign(claims));
  assert.deepEqual(
    { roles, scopes, userId },
    {
      roles: ['operator', 'steward'],
      scopes: ['read', 'import'],
      userId: '7',
    },
  );
  assert.equal((await check({ userId: null, roles: 'roles' })(await sign(whole))).userId, null);
  assert.deepEqual((await check()(await sign({ ...whole, scope: 'matinee:none' }))).scopes, []);
});

test('a token that is expired, early, for another audience, of another issuer or not signed by it is refused', async () => {
  const { exp: _, ...endless } = whole;
  const cases: [token: string, says: RegExp][] = [
    [await sign({ ...whole, exp: seconds - 31 }), /has expired/],
    [await sign({ ...whole, nbf: seconds + 31 }), /"nbf"/],
    [await sign(endless), /"exp"/],
    [await sign({ ...whole, aud: 'another' }), /"aud"/],
    [await sign({ ...whole, iss: 'https://evil.example' }), /"iss"/],
    [await sign({ ...whole, sub: 'a\u0000b' }), /claim sub .* no userId/],
    [await sign(whole, foreign.privateKey), /not signed by its issuer/],
    [await sign(whole, foreign.privateKey, { alg: 'ES256', kid: 'two' }), /does not publish/],
    [
      await new SignJWT(whole).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(Buffer.alloc(32)),
      /not taken/,
    ],
    [
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(whole)).toString('base64url')}.`,
      /not taken/,
    ],
    ['a.b.c', /malformed/],
    ['nonsense', /malformed/],
  ];
  for (const [token, says] of cases) await assert.rejects(check()(token), refused(says), token);
  // Within what clocks may differ by.
  assert.equal((await check()(await sign({ ...whole, exp: seconds - 29 }))).userId, 'ada');
});

test('whatever stands in place of a token, it is refused as one', async () => {
  const good = await sign(whole);
  const take = check();
  const changed = fc
    .tuple(fc.nat(good.length - 1), fc.constantFrom(...'AZaz09-_.'))
    .map(([at, letter]) =>
      good[at] === letter ? `${good}x` : `${good.slice(0, at)}${letter}${good.slice(at + 1)}`,
    );
  const anything = fc.stringMatching(/^[A-Za-z0-9._~+/=-]{1,80}$/);
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, anything), async (token) => {
      // The last letter of a signature has bits to spare, so that another one may stand for the same bytes.
      if (token.slice(0, -1) === good.slice(0, -1)) return;
      await assert.rejects(take(token), { code: 'UNAUTHENTICATED' });
    }),
    { numRuns: 200 },
  );
});

test('keys that the issuer changes are taken up, and an issuer that is away is not the token’s fault', async () => {
  const away = createTokenCheck({
    ...{ issuer, audience, claims: { userId: 'sub', roles: 'roles' }, clock: { now: () => now } },
    jwksUrl: 'http://127.0.0.1:9/keys',
  });
  await assert.rejects(away(await sign(whole)), { code: 'UNAVAILABLE', hint: /jwksUrl/ });
  published = [{ ...(await exportJWK(next.publicKey)), kid: 'next', alg: 'RS256' }];
  const token = await sign(whole, next.privateKey, { alg: 'RS256', kid: 'next' });
  assert.equal((await check()(token)).userId, 'ada');
  await assert.rejects(check()(await sign(whole)), refused(/does not publish/));
});
