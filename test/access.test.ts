/** Who may come in, on the whole program: beyond loopback, with everybody asked who they are. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';
import { killRest, type RunningMatinee, runMatinee, startMatinee } from './run-matinee.ts';

after(killRest);

describe('a system that asks who one is', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-access-'));
  const data = join(folder, 'generated');
  const home = join(folder, 'home');
  const environment = { MATINEE_TRAINER_IMPROVE: 'false', MATINEE_ACCESS_REQUIRED: 'true' };
  const start = ['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0'];
  let system: RunningMatinee | undefined;
  let api = '';
  let source = '';

  async function run(...args: string[]): Promise<JsonObject> {
    const { code, stdout, stderr } = await runMatinee([...args, '--home', home, '--json']);
    assert.equal(code, 0, stderr);
    const answer: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(answer));
    return answer;
  }
  const ask = async (path: string, key: unknown, method = 'GET') =>
    (await fetch(`${api}${path}`, { method, headers: { authorization: `Bearer ${String(key)}` } })).status;

  before(async () => {
    const size = ['--users', '40', '--movies', '120', '--ratings', '2000'];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    system = startMatinee([...start, '--host', '0.0.0.0'], environment);
    const listening = await system.event('listening');
    api = String(listening.apiUrl);
    source = String(listening.sourceUrl);
    await system.event('ready');
  });
  after(async () => {
    await system?.stop();
    rmSync(folder, { recursive: true });
  });

  it('is what listening beyond this machine needs, and the source stays on it', async () => {
    const { code, stderr } = await runMatinee([...start, '--host', '0.0.0.0']);
    assert.equal(code, 2);
    assert.match(stderr, /anybody on the network.*\n.*access\.required/s);
    assert.match(source, /^http:\/\/127\.0\.0\.1:/);
    assert.equal((await fetch(`${api}/api/movies`)).status, 401);
    assert.equal((await fetch(`${api}/healthz`)).status, 200);
  });

  it('lets a program in by its key, as far as its role and scopes go, until it is revoked', async () => {
    const shop = await run(
      'keys',
      'create',
      '--name',
      'shop',
      '--role',
      'viewer',
      '--scopes',
      'read,persons',
    );
    const ada = await run('keys', 'create', '--name', 'ada', '--role', 'viewer', '--user', '7');
    const recommended = (user: string) => `/api/recommendations/users/${user}`;
    for (const user of ['7', '8']) assert.equal(await ask(recommended(user), shop.key), 200);
    assert.equal(await ask('/api/admin/flow', shop.key), 403);
    assert.equal(await ask('/api/users/7/ratings/1', shop.key, 'DELETE'), 403);
    assert.equal(await ask(recommended('7'), ada.key), 200);
    assert.equal(await ask(recommended('8'), ada.key), 403);
    const next = await run('keys', 'rotate', String(ada.id));
    for (const { key } of [ada, next]) assert.equal(await ask(recommended('7'), key), 200);
    await run('keys', 'revoke', String(ada.id));
    for (const { key } of [ada, next]) assert.equal(await ask(recommended('7'), key), 401);
    const { keys } = await run('keys', 'list');
    assert.ok(Array.isArray(keys) && keys.length === 1);
    assert.doesNotMatch(JSON.stringify(keys), new RegExp(String(shop.key).slice(-20)));
  });

  it('lets people in by a name and a password, and the account they are removed with', async () => {
    const password = 'a long enough password';
    const add = ['accounts', 'add', 'ada', '--role', 'viewer', '--user', '7', '--home', home];
    const { code, stderr } = await runMatinee(add, {}, `${password}\n`);
    assert.equal(code, 0, stderr);
    const signIn = await fetch(`${api}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api },
      body: JSON.stringify({ name: 'ada', password }),
    });
    assert.equal(signIn.status, 200);
    const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const status = async (user: string) =>
      (await fetch(`${api}/api/users/${user}/ratings`, { headers: { cookie } })).status;
    assert.deepEqual([await status('7'), await status('8')], [200, 403]);
    assert.equal((await runMatinee(add, {}, `${password}\n`)).code, 2);
    assert.equal((await runMatinee(add, {}, 'short\n')).code, 2);
    await run('accounts', 'remove', 'ada');
    assert.equal(await status('7'), 401);
  });

  it('lets the commands of this machine in', async () => {
    assert.ok(Array.isArray((await run('recommend', '--user', '7')).items));
    assert.equal((await run('subject', 'export', '--user', '7', '--why', 'test')).userId, '7');
  });

  it('lets a person forbid, put right and allow again by commands, and does so at once', async () => {
    const listed = () => run('recommend', '--user', '7');
    assert.notEqual((await listed()).strategy, 'popular');
    const objected = await run('subject', 'object', '--user', '7', '--why', 'test');
    assert.deepEqual(objected, { profiling: false, restricted: false });
    assert.equal((await listed()).strategy, 'popular');
    assert.equal((await run('subject', 'restrict', '--user', '7')).restricted, true);
    const refused = await runMatinee(['subject', 'rectify', '--user', '7', '--gender', 'F', '--home', home]);
    assert.deepEqual([refused.code, /only stored/.test(refused.stderr)], [2, true]);
    await run('subject', 'restrict', '--user', '7', '--lift');
    assert.deepEqual(await run('subject', 'object', '--user', '7', '--withdraw'), {
      profiling: true,
      restricted: false,
    });
    assert.notEqual((await listed()).strategy, 'popular');
    const { position } = await run(
      'subject',
      'rectify',
      '--user',
      '7',
      '--gender',
      'F',
      '--forget',
      'occupation',
    );
    assert.match(String(position), /^interactions:\d+:\d+$/);
    for (const wrong of [
      ['--rating', 'fifty'],
      ['--forget', 'name'],
      ['--age-band', '30'],
    ]) {
      assert.equal(
        (await runMatinee(['subject', 'rectify', '--user', '7', ...wrong, '--home', home])).code,
        2,
      );
    }
  });

  it('has written down who did what to whom, in a log that tells when it was tampered with', async () => {
    const { entries } = await run('audit', 'list');
    assert.ok(Array.isArray(entries));
    const told = entries.map((entry: unknown) => {
      assert.ok(isJsonObject(entry) && isJsonObject(entry.actor));
      return [entry.actor.kind, entry.action, entry.outcome, entry.why].join(' ');
    });
    assert.deepEqual(
      told.filter((line) => !/ (key\.|retention\.run)/.test(line)),
      [
        'system model.activate allowed ',
        'command-line account.add allowed ',
        'account session.open allowed ',
        'command-line account.remove allowed ',
        'command-line subject.export allowed test',
        'command-line subject.object allowed test',
        'command-line subject.restrict allowed not-said',
        'command-line subject.rectify allowed not-said',
        'command-line subject.lift-restriction allowed not-said',
        'command-line subject.consent allowed not-said',
        'command-line subject.rectify allowed not-said',
      ],
    );
    const { entries: aboutOne } = await run('audit', 'list', '--user', '7');
    assert.ok(Array.isArray(aboutOne) && aboutOne.length === 7);
    const head = await run('audit', 'verify');
    const log = join(home, 'keys', 'audit.ndjson');
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    assert.equal(head.entries, lines.length);
    const copy = join(folder, 'copy.ndjson');
    const verify = async (text: string, ...args: string[]) => {
      writeFileSync(copy, text);
      return runMatinee(['audit', 'verify', copy, ...args]);
    };
    const whole = `${lines.join('\n')}\n`;
    assert.equal((await verify(whole, '--head', String(head.hash))).code, 0);
    const tampered: [text: string, says: RegExp][] = [
      [whole.replace('"account.add"', '"account.remove"'), /line \d+ was changed/],
      [`${lines.toSpliced(1, 1).join('\n')}\n`, /line 2 does not follow/],
      [`${lines.slice(0, -1).join('\n')}\n`, /should end after/],
    ];
    for (const [text, says] of tampered) {
      const { code, stderr } = await verify(text, '--home', home);
      assert.equal(code, 1);
      assert.match(stderr, says);
    }
  });
});
