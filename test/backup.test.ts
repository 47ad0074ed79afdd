/** A home backed up while it works, and restored: nothing acknowledged is lost, and the answers are the same. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { create, list } from 'tar';
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';
import { getJson, sendJson } from './http.ts';
import { type CommandResult, killRest, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

const RATINGS = 3_000;
const PERSON = '7';

describe('a backup', { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-backup-'));
  after(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'generated');
  const home = join(folder, 'home');
  const archive = join(folder, 'one.backup');
  const restored = join(folder, 'restored');
  const keys = join(home, 'keys');
  /** Films rated while the backup was taken, in the order they were acknowledged in. */
  const acknowledged: number[] = [];
  let first = 0;

  const fieldsOf = ({ code, stdout, stderr }: CommandResult): JsonObject => {
    assert.equal(code, 0, stderr);
    const answer: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(answer));
    return answer;
  };
  const run = async (...args: string[]) => fieldsOf(await runMatinee([...args, '--json']));
  const recommended = async (of: string) =>
    (await run('recommend', '--user', PERSON, '--explain', '--home', of)).items;
  const refused = async (code: number, says: RegExp, ...args: string[]) => {
    const result = await runMatinee(args);
    assert.equal(result.code, code, result.stderr);
    assert.match(result.stderr, says);
  };
  const unfinished = () => readdirSync(folder).filter((name) => name.includes('unfinished'));

  before(async () => {
    const size = ['--users', '60', '--movies', '200', '--ratings', String(RATINGS)];
    await run('generate', ...size, '--out', data);
    const system = startMatinee(
      ['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );
    const { apiUrl } = await system.event('listening');
    await system.event('ready');
    let stop = false;
    const rating = (async () => {
      for (let movieId = 1; !stop; movieId = (movieId % 200) + 1) {
        const body = { userId: 'newcomer', movieId, rating: 1 + (movieId % 5) };
        const { status } = await sendJson('POST', `${String(apiUrl)}/api/ratings`, body);
        if (status === 202) acknowledged.push(movieId);
      }
    })();
    await until('ratings come in', async () => acknowledged.length > 20);
    first = acknowledged.length;
    await run('backup', archive, '--home', home);
    stop = true;
    await rating;
    assert.ok(acknowledged.length > first, 'nothing was rated while the backup was taken');
    assert.equal(await system.stop(), 0, system.stderr());
  });

  it('is whole, and holds no key and nothing of a running process', async () => {
    const verified = await run('verify', archive);
    assert.equal(verified.whole, true);
    const names: string[] = [];
    await list({ file: archive, onReadEntry: ({ path }) => names.push(path) });
    assert.equal(names[0], 'backup.json');
    for (const wanted of ['log/log.db', 'index/index.db', 'models/active.json', 'producer.json']) {
      assert.ok(names.includes(wanted), wanted);
    }
    assert.deepEqual(
      names.filter((name) => /key|persons|running|checkpoint|rejected/.test(name)),
      [],
    );
    assert.deepEqual(unfinished(), []);
  });

  it('has every rating that was acknowledged before it, indexed or waiting to be', async () => {
    const { home: where } = await run('restore', archive, '--home', restored, '--keys', keys);
    assert.equal(where, restored);
    const { valid, entries } = await run('audit', 'verify', '--home', restored);
    assert.ok(valid === true && Number(entries) >= 2, 'the audit log came along, and has the restoration');
    assert.deepEqual(unfinished(), []);
    const served = startMatinee(['serve', '--home', restored, '--port', '0']);
    const consumer = startMatinee(['consume', '--home', restored]);
    const { apiUrl } = await served.event('listening');
    await until('what waits is indexed', async () => {
      const { status } = await getJson(`${String(apiUrl)}/readyz`);
      return status === 200;
    });
    const rated = new Set(acknowledged.slice(0, first));
    const url = `${String(apiUrl)}/api/users/newcomer/ratings?per_page=200`;
    const { body } = await getJson(url);
    const kept = new Set(
      (Array.isArray(body.results) ? body.results : []).map((each) => isJsonObject(each) && each.movieId),
    );
    assert.deepEqual(
      [...rated].filter((movieId) => !kept.has(movieId)),
      [],
      JSON.stringify(body).slice(0, 300),
    );
    const totals = await getJson(`${String(apiUrl)}/api/stats/totals`);
    assert.equal(totals.body.ratings, RATINGS + kept.size);
    assert.equal(await consumer.stop(), 0, consumer.stderr());
    assert.equal(await served.stop(), 0, served.stderr());
  });

  it('gives a home with the same answers, from one at rest', async () => {
    const atRest = join(folder, 'rest.backup');
    const again = join(folder, 'again');
    await run('backup', atRest, '--home', home);
    await run('restore', atRest, '--home', again, '--keys', keys);
    assert.deepEqual(await recommended(again), await recommended(home));
    // What it says of the process that answers is that of another process each time.
    const answers = [again, home].map(async (of) => {
      const { process: _, ...held } = await run('status', '--home', of);
      return held;
    });
    const [one, other] = await Promise.all(answers);
    assert.deepEqual(one, other);
  });

  it('is refused where it would write over something, or has no keys', async () => {
    await refused(2, /is there already/, 'backup', archive, '--home', home);
    await refused(2, /is not empty/, 'restore', archive, '--home', home, '--keys', keys);
    const target = join(folder, 'none');
    const none = ['restore', archive, '--home', target];
    await refused(2, /--keys/, ...none);
    await refused(2, /no persons\.db in/, ...none, '--keys', folder);
    const others = join(folder, 'other-keys');
    mkdirSync(others);
    cpSync(join(keys, 'persons.db'), join(others, 'persons.db'));
    await refused(2, /no master\.key in/, ...none, '--keys', others);
    writeFileSync(join(others, 'master.key'), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
    await refused(2, /written with the key/, ...none, '--keys', others);
    assert.equal(existsSync(target), false);
    await refused(2, /kafka/, 'backup', join(folder, 'k'), '--home', home, '--config', kafkaConfig(folder));
    assert.deepEqual(unfinished(), []);
  });

  it('that is damaged, cut off or none at all is told so, and restores nothing', async () => {
    const target = join(folder, 'from-damaged');
    const bytes = readFileSync(archive);
    const flipped = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 2);
    flipped.writeUInt8(flipped.readUInt8(middle) ^ 0x55, middle);
    const cases: [string, Buffer, number, RegExp][] = [
      ['flipped', flipped, 1, /is damaged/],
      ['cut', bytes.subarray(0, middle), 1, /is damaged/],
      ['short', bytes.subarray(0, 200), 1, /is damaged/],
      ['empty', Buffer.alloc(0), 1, /is damaged/],
      ['text', Buffer.from('user item rating\n'.repeat(99)), 2, /no backup of Matinee/],
    ];
    for (const [name, content, code, says] of cases) {
      const file = join(folder, `${name}.backup`);
      writeFileSync(file, content);
      await refused(code, says, 'verify', file);
      await refused(code, says, 'restore', file, '--home', target, '--keys', keys);
    }
    await refused(2, /there is no backup/, 'verify', join(folder, 'absent.backup'));
    assert.equal(existsSync(target), false);
    assert.deepEqual(unfinished(), []);
  });

  it('with a place outside the home, a key, or another content in it writes nothing of that', async () => {
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    const forge = async (name: string, path: string, says: string): Promise<string> => {
      const content = join(folder, name);
      const files = ['matinee.json', 'log/log.db', 'index/index.db', path].map((each) => {
        mkdirSync(join(content, each, '..'), { recursive: true });
        writeFileSync(join(content, each), 'x');
        return { path: each, bytes: 1, sha256: digest(each === path ? says : 'x') };
      });
      const meta = { formatVersion: 1, createdAt: 'now', codeVersion: '0', files };
      writeFileSync(join(content, 'backup.json'), JSON.stringify(meta));
      const file = join(folder, `${name}.tgz`);
      const paths = ['backup.json', ...files.map((each) => each.path)];
      await create({ cwd: content, file, gzip: true, preservePaths: true }, paths);
      return file;
    };
    const target = join(folder, 'forged-home');
    for (const [name, path, says, expected] of [
      ['outside', '../escaped', 'x', /does not say what it holds/],
      ['keys', 'keys/master.key', 'x', /does not say what it holds/],
      ['other', 'producer.json', 'y', /producer\.json is not what was backed up/],
    ] as const) {
      const file = await forge(name, path, says);
      await refused(1, expected, 'restore', file, '--home', target, '--keys', keys);
      assert.equal(existsSync(target), false);
    }
  });
});

function kafkaConfig(folder: string): string {
  const file = join(folder, 'kafka.json');
  writeFileSync(file, JSON.stringify({ stream: { kind: 'kafka' } }));
  return file;
}
