/** A copy of the index: whole, taken beside the writer, and without what was deleted. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, test } from 'node:test';
import { index, pseudonym, sampleRating } from '../contract/samples.contract.ts';
import { indexPath } from './database.ts';
import { openEmbeddedStore } from './open.ts';
import { snapshotIndex } from './snapshot.ts';

let dir: string;
let copy: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'matinee-index-'));
  copy = join(dir, 'copy');
  await mkdir(dirname(indexPath(copy)), { recursive: true });
});
afterEach(() => rm(dir, { recursive: true }));

const ratings = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) =>
    sampleRating({ movie: from + place, offset: from + place }),
  );

test('has what was written before it, and opens as an index', async () => {
  const store = await openEmbeddedStore({ dir });
  await index(store, ratings(1, 500));
  const other = new DatabaseSync(indexPath(dir));
  other.exec('BEGIN IMMEDIATE; DELETE FROM ratings');
  snapshotIndex(dir, indexPath(copy));
  other.exec('ROLLBACK');
  other.close();
  await index(store, ratings(500, 600));
  await store.close();
  const copied = await openEmbeddedStore({ dir: copy });
  try {
    assert.equal((await copied.totals()).ratings, 499);
    assert.equal((await copied.ratingsOf(pseudonym(1))).length, 499);
  } finally {
    await copied.close();
  }
});

test('holds nothing that was deleted', async () => {
  const store = await openEmbeddedStore({ dir });
  await index(store, ratings(1, 50));
  await store.close();
  const database = new DatabaseSync(indexPath(dir));
  const find = async (home: string) => (await readFile(indexPath(home))).indexOf(pseudonym(1));
  database.exec('PRAGMA secure_delete = OFF; DELETE FROM users; PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  snapshotIndex(dir, indexPath(copy));
  assert.notEqual(await find(dir), -1, 'deleted rows stay in the file itself');
  assert.equal(await find(copy), -1);
});

test('is not taken from an index that is missing or damaged, nor put where it cannot be', async () => {
  assert.throws(() => snapshotIndex(dir, indexPath(copy)), { code: 'UNAVAILABLE' });
  const store = await openEmbeddedStore({ dir });
  await index(store, ratings(1, 2_000));
  await store.close();
  assert.throws(() => snapshotIndex(dir, join(dir, 'no', 'folder', 'index.db')), { code: 'UNAVAILABLE' });
  const bytes = await readFile(indexPath(dir));
  bytes.fill(0x5a, 4_096 * 4, 4_096 * 12);
  await writeFile(indexPath(dir), bytes);
  assert.throws(() => snapshotIndex(dir, indexPath(copy)), { code: 'CORRUPT' });
});
