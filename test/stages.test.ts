/** Each stage as a process of its own, cooperating through one home; and the commands that ask it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';
import { getJson, objectsIn, sendJson } from './http.ts';
import { killRest, type RunningMatinee, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

const USERS = 60;
const RATINGS = 3_000;

describe('the stages as processes of their own', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-stages-'));
  const data = join(folder, 'generated');
  const home = join(folder, 'home');
  const running: RunningMatinee[] = [];
  let sourceUrl = '';
  let api = '';

  async function run(...args: string[]): Promise<JsonObject> {
    const { code, stdout, stderr } = await runMatinee([...args, '--json']);
    assert.equal(code, 0, stderr);
    const answer: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(answer));
    return answer;
  }
  function start(...args: string[]): RunningMatinee {
    const stage = startMatinee(args);
    running.push(stage);
    return stage;
  }
  const ratings = async () => (await getJson(`${api}/api/stats/totals`)).body.ratings;

  before(async () => {
    const size = ['--users', String(USERS), '--movies', '200', '--ratings', String(RATINGS)];
    await run('generate', ...size, '--out', data);
    const source = start('source', '--data', data, '--port', '0');
    sourceUrl = String((await source.event('listening')).sourceUrl);
  });
  after(async () => {
    await Promise.all(running.map((stage) => stage.stop()));
    rmSync(folder, { recursive: true });
  });

  it('produce, consume and serve work together', async () => {
    const produced = await run('produce', '--source', sourceUrl, '--home', home);
    assert.deepEqual([produced.produced, produced.dead, produced.finished], [RATINGS, 0, true]);
    start('consume', '--home', home);
    const serving = start('serve', '--home', home, '--port', '0');
    api = String((await serving.event('listening')).apiUrl);
    await until('everything is indexed', async () => (await ratings()) === RATINGS);
  });

  it('producing again changes nothing', async () => {
    const again = await run('produce', '--source', sourceUrl, '--home', home);
    assert.equal(again.produced, 0);
    assert.equal(await ratings(), RATINGS);
  });

  it('produce refuses another key than the one the home was made with', async () => {
    const key = join(folder, 'other.key');
    const args = ['produce', '--source', sourceUrl, '--home', home];
    const { code, stderr } = await runMatinee(args, { MATINEE_GOVERNANCE_KEY: key });
    assert.equal(code, 2, stderr);
    assert.match(stderr, /written with the key/);
  });

  it('a version trained by another process serves at once', async () => {
    assert.equal((await getJson(`${api}/readyz`)).status, 503);
    const trained = await run('train', '--home', home);
    assert.equal(trained.activated, true);
    await until('the version serves', async () => (await getJson(`${api}/readyz`)).status === 200);
    const { versions } = await run('models', 'list', '--home', home);
    assert.equal(objectsIn(versions).length, 1);
  });

  it('a rating goes through both processes and back', async () => {
    const item = objectsIn((await getJson(`${api}/api/recommendations/users/1`)).body.items)[0];
    const rated = { userId: '1', movieId: item?.movieId, rating: 5 };
    const { status, body } = await sendJson('POST', `${api}/api/ratings`, rated);
    assert.equal(status, 202);
    const totals = await getJson(`${api}/api/stats/totals?after=${String(body.position)}`);
    assert.equal(totals.body.ratings, RATINGS + 1);
  });

  it('recommend and search ask the process that serves', async () => {
    const { items } = await run('recommend', '--user', '1', '--n', '3', '--home', home);
    assert.equal(objectsIn(items).length, 3);
    const title = String(objectsIn(items)[0]?.title);
    const { results } = await run('search', title, '--home', home);
    assert.equal(objectsIn(results)[0]?.title, title);
    const { code, stderr } = await runMatinee(['recommend', '--movie', '2000000', '--home', home]);
    assert.equal(code, 2);
    assert.match(stderr, /2000000/);
  });

  it('recommend explains each score by ratings that sum to it', async () => {
    const ask = ['recommend', '--user', '1', '--n', '3', '--explain', '--home', home];
    const { items } = await run(...ask);
    for (const { score, explanation } of objectsIn(items)) {
      assert.ok(isJsonObject(explanation) && isJsonObject(explanation.score));
      const shares = objectsIn(explanation.score.contributions).map(({ share }) => Number(share));
      const sum = shares.reduce((total, share) => total + share, Number(explanation.score.base));
      assert.ok(Math.abs(sum - Number(score)) <= 1e-6 * Math.max(1, Math.abs(Number(score))));
    }
    const { stdout } = await runMatinee(ask);
    const blocks = stdout.split(/^ {4}base /m).slice(1);
    assert.equal(blocks.length, 6, 'the score and the predicted rating of three films');
    for (const block of blocks) {
      const [parts = '', rest = ''] = `base ${block}`.split(/^ {4}= /m);
      const figures = parts
        .trimEnd()
        .split('\n')
        .map((line) => Number(line.split(' ').at(-1)));
      const total = Number(rest.split('\n')[0]?.split(' ').at(-1));
      assert.ok(Math.abs(figures.reduce((sum, figure) => sum + figure, 0) - total) < 1e-9, block);
    }
  });

  it('recommend explores by a seed, and leaves ratings out, of a person only', async () => {
    const titles = async (...more: string[]) =>
      objectsIn((await run('recommend', '--user', '1', '--home', home, ...more)).items).map(
        ({ title }) => title,
      );
    const explored = await titles('--explore', '1', '--seed', '3');
    assert.deepEqual(await titles('--explore', '1', '--seed', '3'), explored);
    assert.notDeepEqual(explored, await titles());
    const { code, stderr } = await runMatinee([
      'recommend',
      '--movie',
      '1',
      '--without',
      '2',
      '--home',
      home,
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /--without.*--movie/);
  });

  it('recommend writes films for everybody, as they would be shown, beside what runs', async () => {
    const out = join(folder, 'all.ndjson');
    const written = await run('recommend', '--all', '--out', out, '--n', '5', '--home', home);
    assert.equal(written.people, USERS);
    const lines = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const everybody = objectsIn(lines);
    assert.equal(new Set(everybody.map(({ pseudonym }) => pseudonym)).size, USERS);
    const listOf = (items: unknown) => objectsIn(items).map(({ movieId, score }) => ({ movieId, score }));
    const shown = listOf((await run('recommend', '--user', '2', '--n', '5', '--home', home)).items);
    const same = everybody.filter(({ items }) => isDeepStrictEqual(listOf(items), shown));
    assert.equal(same.length, 1);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.partial')),
      [],
    );
  });

  it('recommend --all says what does not go with it, and where it cannot write', async () => {
    const all = ['recommend', '--all', '--home', home];
    const refused = await runMatinee([...all, '--user', '1', '--out', join(folder, 'x')]);
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /--user does not go with --all/);
    const nowhere = await runMatinee([...all, '--out', join(folder, 'none', 'x')]);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.stderr, /cannot be written/);
  });

  it('doctor finds it healthy, and nothing is dead', async () => {
    assert.equal((await run('doctor', '--home', home, '--data', data)).healthy, true);
    assert.deepEqual((await run('dead', 'list', '--home', home)).letters, []);
  });

  it('status reads the flow of the process that serves, and metrics tell the same', async () => {
    const { partitions, documents, model } = await run('status', '--home', home);
    assert.equal(objectsIn(partitions).length, 8, 'three of each topic, one of each for dead letters');
    assert.ok(objectsIn(partitions).every(({ lag }) => lag === 0 || lag === null));
    const { ratings } = isJsonObject(documents) ? documents : {};
    assert.equal(ratings, RATINGS + 1);
    assert.ok(isJsonObject(model) && typeof model.version === 'string');
    const metrics = await (await fetch(`${api}/metrics`)).text();
    assert.match(metrics, new RegExp(`matinee_store_documents{index="ratings"} ${RATINGS + 1}\n`));
    assert.match(metrics, new RegExp(`matinee_model_info{version="${model.version}"`));
    assert.match(metrics, /matinee_flow_readable 1\n/);
  });

  it('recommend answers the same once nothing runs', async () => {
    // What is popular may be counted anew in between; what the model says may not change.
    const scores = ({ items }: JsonObject) =>
      objectsIn(items).map(({ movieId, score }) => ({ movieId, score }));
    const served = await run('recommend', '--user', '2', '--home', home);
    await Promise.all(running.map((stage) => stage.stop()));
    const alone = await run('recommend', '--user', '2', '--home', home);
    assert.deepEqual(scores(alone), scores(served));
  });
});
