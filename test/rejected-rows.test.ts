/** Rows that cannot be read: each is kept with its line and reason, and the good ones are served all the same. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { isJsonObject } from '../src/domain/json.ts';
import { getJson } from './http.ts';
import { killRest, startMatinee } from './run-matinee.ts';

after(killRest);

/** One good row at each end; the last is cut off inside its timestamp. */
const ROWS = [
  '1,1,5,100',
  '1,1',
  '2,99,3,100',
  '3,1,9,100',
  '4,1,NaN,100',
  '99999999999999999999,1,3,100',
  '7,1,4,100',
  '8,1,4,10',
];

function lineOf(row: string): unknown {
  const kept: unknown = JSON.parse(row);
  return isJsonObject(kept) ? kept.line : undefined;
}

describe('rows that cannot be read', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-rows-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are kept in the home by a source of its own', async () => {
    const data = join(folder, 'data');
    const home = join(folder, 'home');
    mkdirSync(data);
    writeFileSync(join(data, 'movies.csv'), 'movieId,title,genres\n1,Alien (1979),Horror\n');
    writeFileSync(join(data, 'ratings.csv'), ['userId,movieId,rating,timestamp', ...ROWS].join('\n'));
    const source = startMatinee(['source', '--data', data, '--home', home, '--port', '0']);
    const { file, rows } = await source.event('rejected');
    assert.deepEqual([file, rows], [join(home, 'rejected-rows.ndjson'), 6]);
    const kept = readFileSync(String(file), 'utf8').trim().split('\n').map(lineOf);
    assert.deepEqual(kept, [3, 4, 5, 6, 7, 9]);
    const { sourceUrl } = await source.event('listening');
    const { body } = await getJson(`${String(sourceUrl)}/movies/page1`);
    assert.match(JSON.stringify(body.results), /"userId":"1".*"userId":"7"/);
    assert.equal(await source.stop(), 0);
  });
});
