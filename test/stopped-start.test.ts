/** `start` asked to stop in the middle of its load: it ends cleanly, leaves no drafts, and goes on where it was. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { getJson } from './http.ts';
import { killRest, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

const RATINGS = 60_000;
const STOPS_WITHIN_MS = 10_000;

describe('a start stopped during its load', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-stopped-'));
  after(() => rmSync(folder, { recursive: true }));
  const data = join(folder, 'generated');
  const home = join(folder, 'home');
  const start = () =>
    startMatinee(['start', '--data', data, '--home', home, '--port', '0', '--source-port', '0'], {
      MATINEE_TRAINER_IMPROVE: 'false',
    });
  const ratingsAt = async (apiUrl: unknown) =>
    Number((await getJson(`${String(apiUrl)}/api/stats/totals`)).body.ratings);

  it('ends with 0 and without drafts, and resumes', async () => {
    const size = ['--users', '1000', '--movies', '500', '--ratings', String(RATINGS)];
    assert.equal((await runMatinee(['generate', ...size, '--out', data])).code, 0);
    for (const share of [0.05, 0.3, 0.6]) {
      const stopped = start();
      const { apiUrl } = await stopped.event('listening');
      await until('the load is under way', async () => (await ratingsAt(apiUrl)) > share * RATINGS);
      const asked = performance.now();
      assert.equal(await stopped.stop(), 0, stopped.stderr());
      assert.ok(performance.now() - asked < STOPS_WITHIN_MS);
      const kept = readdirSync(home).filter((name) => name.includes('.json'));
      assert.deepEqual(kept.sort(), ['matinee.json', 'producer.json']);
    }
    const resumed = start();
    const listening = await resumed.event('listening');
    await resumed.event('ready');
    assert.equal(await ratingsAt(listening.apiUrl), RATINGS);
    assert.equal(await resumed.stop(), 0);
  });
});
