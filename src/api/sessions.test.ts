/** Signing in on the page: what the browser holds, what it may be made to send, and when it ends. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { type Accounts, createAccounts } from '../governance/access/accounts.ts';
import { hashPassword } from '../governance/access/passwords.ts';
import { createPersonSeal } from '../governance/access/sealed-person.ts';
import { createSessions } from '../governance/access/sessions.ts';
import { createSignIn } from '../governance/access/sign-in.ts';
import { openKeyDatabase } from '../governance/vault/database.ts';
import { createKeyStore } from '../governance/vault/key-store.ts';
import { type PageSignIn, principalOfSession, sessionCookie } from './access/page-sign-in.ts';
import { ask, assertProblem, startApi } from './api.fixture.ts';
import { SessionAnswerSchema } from './schemas/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-sessions-'));
const file = join(folder, 'persons.db');
const masterKey = Buffer.alloc(32, 3);
const database = openKeyDatabase(file);
after(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

let now = 1_700_000_000_000;
const clock = { now: () => now };
const persons = createPersonSeal(masterKey);
const accounts: Accounts = createAccounts(database, persons, clock);
const sessions = createSessions(database, persons, clock);
const sessionMs = 3_600_000;
const password = 'four words of no sense';
let passwordHash = '';
before(async () => {
  passwordHash = await hashPassword(password);
});

function addAccount(name: string): void {
  const person = { userId: name, pseudonym: `pseudonym-of-${name}` };
  accounts.addAccount({ name, passwordHash, role: 'viewer', person });
}

async function start(t: TestContext, publicUrl: string | null = null) {
  const signIn: PageSignIn = {
    methods: ['password'],
    cookie: sessionCookie(publicUrl),
    sessionMs,
    withPassword: createSignIn({
      findAccount: async (name) => accounts.findAccount(name),
      openSession: async (id, forMs) => sessions.openSession(id, forMs),
      sessionMs,
    }),
    find: async (token) => sessions.findSession(token),
    close: async (token) => sessions.closeSession(token),
  };
  const { api } = await startApi(t, {
    access: { signIn, authenticate: (request) => principalOfSession(request, signIn) },
  });
  const signInAs = (name: string, typed = password) =>
    api.inject({ method: 'POST', url: '/api/session', body: { name, password: typed } });
  return { api, signInAs, name: signIn.cookie.name };
}

const own = { host: 'localhost', origin: 'http://localhost' };

test('whoever signs in sees and changes what is theirs, from our own page only', async (t) => {
  addAccount('ada');
  const { api, signInAs, name } = await start(t);
  const response = await signInAs('ada');
  assert.deepEqual(response.json(), {
    required: true,
    methods: ['password'],
    signedIn: { userId: 'ada', roles: ['viewer'] },
  });
  const [cookie] = response.cookies;
  assert.deepEqual(
    { ...cookie, value: '' },
    { name, value: '', path: '/', httpOnly: true, sameSite: 'Strict', maxAge: 3_600 },
  );
  const cookies = { [name]: cookie?.value ?? '' };
  const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
  for (const secret of [password, cookie?.value ?? 'none', '"ada"']) assert.ok(!bytes.includes(secret));

  assert.equal((await api.inject({ url: '/api/users/ada/ratings', cookies })).statusCode, 200);
  assertProblem(await api.inject({ url: '/api/users/bob/ratings', cookies }), 403);
  const rate = {
    method: 'POST' as const,
    url: '/api/ratings',
    body: { userId: 'ada', movieId: 1, rating: 5 },
  };
  assert.equal((await api.inject({ ...rate, cookies, headers: own })).statusCode, 202);
  const withoutOrigin = assertProblem(await api.inject({ ...rate, cookies }), 403);
  assert.match(withoutOrigin.detail, /own page/);
  const foreign = { ...own, origin: 'https://evil.example' };
  assertProblem(await api.inject({ ...rate, cookies, headers: foreign }), 403);
  assertProblem(await api.inject({ ...rate, headers: own }), 401);
});

test('a session ends when one signs out, when its time is over, and with its account or person', async (t) => {
  const { api, signInAs, name } = await start(t);
  const signedIn = async (account: string) => {
    addAccount(account);
    const [cookie] = (await signInAs(account)).cookies;
    return { [name]: cookie?.value ?? '' };
  };
  const status = async (cookies: Record<string, string>) =>
    (await api.inject({ url: '/api/movies', cookies })).statusCode;

  const left = await signedIn('leaving');
  const out = await api.inject({ method: 'DELETE', url: '/api/session', cookies: left, headers: own });
  assert.equal(out.cookies[0]?.value, '');
  assert.match(out.body, /"signedIn":null/);
  assert.equal(await status(left), 401);

  const removed = await signedIn('removed');
  assert.equal(await status(removed), 200);
  accounts.removeAccount('removed');
  assert.equal(await status(removed), 401);

  const erased = await signedIn('erased');
  createKeyStore(database, { masterKey, fingerprint: 'print' }).destroy('pseudonym-of-erased');
  assert.equal(await status(erased), 401);
  assert.equal(accounts.findAccount('erased'), null);

  const late = await signedIn('late');
  now += sessionMs - 1;
  assert.equal(await status(late), 200);
  now += 1;
  assert.equal(await status(late), 401);
  assert.equal((await ask(api, { url: '/api/session', cookies: late }, SessionAnswerSchema)).signedIn, null);
});

test('a wrong name and a wrong password are told alike, and too many are refused for a while', async (t) => {
  addAccount('guessed');
  const { api, signInAs } = await start(t);
  const unknown = assertProblem(await signInAs('nobody', 'wrong'), 401);
  const wrong = assertProblem(await signInAs('guessed', 'wrong'), 401);
  assert.deepEqual(wrong, unknown);
  const rest = await Promise.all(Array.from({ length: 9 }, () => signInAs('guessed', 'wrong')));
  assert.ok(rest.every(({ statusCode }) => statusCode === 401));
  const refused = await signInAs('guessed');
  assert.match(assertProblem(refused, 429).detail, /Too many/);
  const seconds = Number(refused.headers['retry-after']);
  assert.ok(seconds > 0 && seconds <= 15 * 60, String(refused.headers['retry-after']));
  assertProblem(await api.inject({ method: 'POST', url: '/api/session', body: { name: 'a' } }), 400);
  assertProblem(await api.inject({ method: 'POST', url: '/api/session', body: { name: 1, password } }), 400);
});

test('over TLS the cookie is for this host alone', async (t) => {
  addAccount('tls');
  const { signInAs } = await start(t, 'https://films.example');
  const [cookie] = (await signInAs('tls')).cookies;
  assert.deepEqual([cookie?.name, cookie?.secure, cookie?.path], ['__Host-matinee-session', true, '/']);
});

test('in the demonstration nobody signs in', async (t) => {
  const { api } = await startApi(t);
  const answer = await ask(api, '/api/session', SessionAnswerSchema);
  assert.deepEqual(answer, { required: false, methods: [], signedIn: null });
  const body = { name: 'ada', password };
  assertProblem(await api.inject({ method: 'POST', url: '/api/session', body }), 404);
});
