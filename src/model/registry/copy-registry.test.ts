/** A registry is copied as it stands, whatever comes and goes in it meanwhile. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { readActivation, writeActivation } from './activation.ts';
import { copyRegistry } from './copy-registry.ts';

const VERSIONS = [
  '20260101T000000000Z-00000001',
  '20260102T000000000Z-00000002',
  '20260103T000000000Z-00000003',
];
const [first = '', second = '', third = ''] = VERSIONS;

let dir: string;
let to: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'matinee-registry-'));
  to = join(dir, 'copy');
  for (const version of VERSIONS) {
    await mkdir(join(dir, 'versions', version), { recursive: true });
    await writeFile(join(dir, 'versions', version, 'manifest.json'), version);
  }
});
afterEach(() => rm(dir, { recursive: true }));

test('every version and the active one, without what is being written', async () => {
  await mkdir(join(dir, 'versions', `.new-${first}`));
  await writeActivation(dir, { version: second, previous: ['20250101T000000000Z-0000000f', first] });
  await copyRegistry(dir, to);
  assert.deepEqual((await readdir(join(to, 'versions'))).sort(), VERSIONS);
  assert.equal(await readFile(join(to, 'versions', third, 'manifest.json'), 'utf8'), third);
  assert.deepEqual(await readActivation(to), { version: second, previous: [first] });
});

test('one without an active version', async () => {
  await copyRegistry(dir, to);
  assert.equal(await readActivation(to), null);
  assert.equal((await readdir(join(to, 'versions'))).length, 3);
});

test('one whose active version is gone is refused', async () => {
  await writeActivation(dir, { version: second, previous: [] });
  await rm(join(dir, 'versions', second), { recursive: true });
  await assert.rejects(copyRegistry(dir, to), { code: 'CORRUPT', message: new RegExp(second) });
});

test('again from the beginning when versions are pruned and activated meanwhile', async () => {
  await writeActivation(dir, { version: first, previous: [] });
  const copying = copyRegistry(dir, to);
  await writeActivation(dir, { version: third, previous: [first] });
  await rm(join(dir, 'versions', second), { recursive: true });
  await copying;
  const versions = await readdir(join(to, 'versions'));
  const active = (await readActivation(to))?.version ?? '';
  assert.ok(versions.includes(active), `${active} of ${versions.join()}`);
  for (const version of versions) {
    assert.equal(await readFile(join(to, 'versions', version, 'manifest.json'), 'utf8'), version);
  }
});
