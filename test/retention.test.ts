/** `retention run` on a home: by itself when it is due, when asked for, and proved by the audit log. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { isJsonObject } from '../src/domain/json.ts';
import { objectsIn } from './http.ts';
import { killRest, runMatinee, startMatinee } from './run-matinee.ts';
import { until } from './until.ts';

after(killRest);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('the retention of a home', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-retention-'));
  after(() => rmSync(folder, { recursive: true }));
  const home = join(folder, 'home');
  const file = join(home, 'retention.ndjson');
  const proofs = () => readFileSync(file, 'utf8').trim().split('\n');

  async function ask(...args: string[]) {
    const { code, stdout, stderr } = await runMatinee([...args, '--home', home, '--json']);
    assert.deepEqual([code, stderr], [0, '']);
    const answer: unknown = JSON.parse(stdout);
    assert.ok(isJsonObject(answer));
    return answer;
  }

  it('is run by itself once it is due, and once only', async () => {
    const serve = async () => {
      const serving = startMatinee(['serve', '--home', home, '--port', '0']);
      await serving.event('listening');
      return serving;
    };
    const first = await serve();
    await until('the first run', () => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'));
    assert.equal(await first.stop(), 0);
    assert.equal(proofs().length, 1);
    const second = await serve();
    assert.equal(await second.stop(), 0);
    assert.equal(proofs().length, 1, 'not due yet');
  });

  it('is looked at without a trace, run when asked for, and proved', async () => {
    const preview = await ask('retention', 'run', '--dry-run');
    assert.deepEqual(
      objectsIn(preview.steps).map(({ what, days }) => `${String(what)} ${String(days)}`),
      [
        'topic movies 30',
        'topic movies.dead 90',
        'topic interactions 30',
        'topic interactions.dead 90',
        'impressions 90',
        'views and clicks 395',
      ],
    );
    assert.equal(proofs().length, 1);
    await ask('retention', 'run');
    assert.equal(proofs().length, 2);
    const { entries } = await ask('audit', 'list');
    const proved = objectsIn(entries).filter(
      ({ action, object }) => action === 'retention.run' && object !== null,
    );
    assert.deepEqual(
      proved.map(({ object }) => object),
      proofs().map(sha256),
    );
    await ask('audit', 'verify');
  });
});
