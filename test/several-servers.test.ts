/** Two processes that serve one home: they share its stream and its index, and either answers for anybody. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { findRunning } from '../src/cli/home/running.ts';
import { getJson, objectsIn, sendJson } from './http.ts';
import { killRest, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

describe('two servers on one home', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-several-'));
  after(() => rmSync(folder, { recursive: true }));
  const [data, home] = [join(folder, 'generated'), join(folder, 'home')];
  const serve = async () => {
    const serving = startMatinee(['serve', '--home', home, '--port', '0']);
    const url = String((await serving.event('listening')).apiUrl);
    return { serving, url };
  };
  const filmsFrom = async (url: string, query = '') => {
    const { status, body } = await getJson(`${url}/api/recommendations/users/1?n=10${query}`);
    assert.equal(status, 200);
    return objectsIn(body.items).map(({ movieId }) => movieId);
  };

  it('what is rated at one changes what the other recommends; commands reach whichever serves', async () => {
    const size = ['--users', '200', '--movies', '300', '--ratings', '6000'];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    const first = startMatinee(
      ['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0'],
      { MATINEE_TRAINER_IMPROVE: 'false' },
    );
    await first.event('ready');
    assert.equal(await first.stop(), 0);

    const [one, two] = [await serve(), await serve()];
    const before = await filmsFrom(one.url);
    assert.deepEqual(await filmsFrom(two.url), before);
    const rating = { userId: '1', movieId: before[0], rating: 5 };
    const { status, body } = await sendJson('POST', `${one.url}/api/ratings`, rating);
    assert.equal(status, 202);
    const changed = await filmsFrom(two.url, `&after=${String(body.position)}`);
    assert.equal(changed.includes(before[0]), false);
    assert.deepEqual(await filmsFrom(one.url), changed);

    const announced = async () => (await findRunning(join(home, 'running.json')))?.apiUrl;
    assert.equal(await announced(), one.url);
    assert.equal(await one.serving.stop(), 0);
    await until('the second is announced', async () => (await announced()) === two.url);
    assert.equal(await two.serving.stop(), 0);
  });
});
