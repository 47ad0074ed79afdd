/**
 * Homes as earlier versions left them, kept as backups in `saved-homes/<version>/` with the keys of nobody real: each is
 * restored, brought forward, and works.
 */
import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, describe, it } from 'node:test';
import { isJsonObject } from '../src/domain/json.ts';
import { indexPath } from '../src/store/embedded/database.ts';
import { STORE_SCHEMA_VERSION } from '../src/store/embedded/schema.ts';
import { getJson, sendJson } from './http.ts';
import { killRest, runMatinee, startMatinee } from './run-matinee.ts';

after(killRest);

const SAVED = join(import.meta.dirname, 'saved-homes');

describe('a saved home', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-saved-'));
  after(() => rmSync(folder, { recursive: true }));

  for (const version of readdirSync(SAVED)) {
    it(`of Matinee ${version} is restored, brought forward, and goes on`, async () => {
      const keys = join(folder, version, 'keys');
      cpSync(join(SAVED, version, 'keys'), keys, { recursive: true });
      // Git keeps no such modes.
      chmodSync(join(keys, 'master.key'), 0o600);
      const home = join(folder, version, 'home');
      const archive = join(SAVED, version, 'home.backup');
      const { code, stdout, stderr } = await runMatinee(
        ['restore', archive, '--home', home, '--keys', keys, '--json'],
        {},
      );
      assert.equal(code, 0, stderr);
      const answer: unknown = JSON.parse(stdout);
      assert.ok(isJsonObject(answer));
      const { ratings, movies, users, interactions, model } = answer;
      assert.deepEqual({ ratings, movies, users, interactions }, TOTALS[version]);
      assert.match(String(model), /^\d{8}T/);
      const index = new DatabaseSync(indexPath(home), { readOnly: true });
      assert.equal(index.prepare('PRAGMA user_version').get()?.user_version, STORE_SCHEMA_VERSION);
      index.close();

      const serving = startMatinee(['serve', '--home', home, '--port', '0']);
      const consuming = startMatinee(['consume', '--home', home]);
      const { apiUrl } = await serving.event('listening');
      const rated = { userId: '1', movieId: 3, rating: 5 };
      const { status, body } = await sendJson('POST', `${String(apiUrl)}/api/ratings`, rated);
      assert.equal(status, 202);
      const url = `${String(apiUrl)}/api/recommendations/users/1?n=3&after=${String(body.position)}`;
      const recommended = await getJson(url);
      assert.equal(recommended.status, 200, JSON.stringify(recommended.body));
      assert.equal(recommended.body.modelVersion, model);
      assert.ok(Array.isArray(recommended.body.items) && recommended.body.items.length === 3);
      assert.equal(await consuming.stop(), 0, consuming.stderr());
      assert.equal(await serving.stop(), 0, serving.stderr());
    });
  }
});

/** What each of them held. */
const TOTALS: Record<string, object> = {
  '0.1.0': { ratings: 90, movies: 20, users: 8, interactions: 1 },
};
