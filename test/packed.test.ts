/** What `npm pack` makes, installed in an empty project by npm: every part that it needs is in it, and it runs. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { isJsonObject } from '../src/domain/json.ts';
import { getJson, objectsIn, sendJson } from './http.ts';
import { killRest, type Program, runMatinee, startMatinee } from './run-matinee.ts';

after(killRest);

const ROOT = resolve(import.meta.dirname, '..');
/** The commands of the machine, without ours: an empty project has no pinned Node on its path. */
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.startsWith(ROOT))
  .join(delimiter);

describe('the packed package', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-packed-'));
  const project = join(folder, 'project');
  const npx: Program = { command: 'npx', args: ['--no-install', 'matinee'], cwd: project, path: PATH };
  // Beside npx: its shell dies of a signal without passing it on.
  const installed: Program = {
    command: join(project, 'node_modules/.bin/matinee'),
    args: [],
    cwd: project,
    path: PATH,
  };
  const run = (...args: string[]) => runMatinee(args, {}, null, installed);
  const npm = (cwd: string, ...args: string[]) =>
    promisify(execFile)('npm', args, { cwd, env: { ...process.env, PATH } });

  /** The examples of docs/client.md, one after the other, as a program of the project. */
  async function runExamples(api: string): Promise<void> {
    const page = readFileSync(join(ROOT, 'docs/client.md'), 'utf8');
    const examples = [...page.matchAll(/^```js\n(.*?)^```/gms)].map(([, code]) => code);
    const program = examples.join('').replaceAll('http://127.0.0.1:8080', api);
    writeFileSync(join(project, 'examples.mjs'), program);
    const { stdout } = await promisify(execFile)(process.execPath, ['examples.mjs'], { cwd: project });
    assert.deepEqual(stdout.trimEnd().split('\n'), [
      'similar 3',
      'rated film recommended again false',
      'refused 400 /rating',
      'ended early AbortError',
    ]);
  }

  before(async () => {
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{"private":true}');
    await npm(ROOT, 'pack', '--pack-destination', folder);
    const packed = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    assert.equal(packed.length, 1);
    await npm(
      project,
      'install',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      join(folder, packed[0] ?? ''),
    );
  });
  after(() => rmSync(folder, { recursive: true }));

  it('answers with its version and its commands', async () => {
    const { code, stdout, stderr } = await runMatinee(['--help'], {}, null, npx);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^ {2}evaluate /m);
    assert.equal((await run('strat')).code, 2);
  });

  it('makes a data set and judges a model on it', async () => {
    const size = ['--users', '60', '--movies', '80', '--ratings', '1500', '--seed', '5'];
    assert.equal((await run('generate', ...size, '--out', 'data')).code, 0);
    const ratings = join('data', 'ratings.csv');
    const files = ['--train', ratings, '--test', ratings, '--task', 'rating', '--model', 'als'];
    const { code, stdout, stderr } = await run('evaluate', ...files, '--json');
    assert.equal(code, 0, stderr);
    const measured: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(measured));
    assert.equal(measured.testRatings, 1_500);
    assert.ok(Number(measured.rmse) > 0 && Number(measured.rmse) < 1.5);
  });

  it('starts the whole system: pages, page of the application, a rating and films', async () => {
    const ports = ['--port', '0', '--source-port', '0'];
    const started = startMatinee(['start', '--data', 'data', ...ports], {}, installed);
    const listening = await started.event('listening');
    const api = String(listening.apiUrl);
    await started.event('ready');
    const page = await (await fetch(api)).text();
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
    assert.equal((await fetch(`${api}${script}`)).status, 200, page);
    const rated = await sendJson('POST', `${api}/api/ratings`, { userId: '1', movieId: 1, rating: 5 });
    assert.equal(rated.status, 202);
    const asked = `${api}/api/recommendations/users/1?n=5&after=${String(rated.body.position)}`;
    assert.equal(objectsIn((await getJson(asked)).body.items).length, 5);
    const sourcePage = await getJson(`${String(listening.sourceUrl)}/movies/page1?per_page=3`);
    assert.equal(objectsIn(sourcePage.body.results).length, 3);
    await runExamples(api);
    assert.equal(await started.stop(), 0, started.stderr());
    await assert.rejects(fetch(api), 'the program behind it has ended too');
  });
});
