/** The registry: versions appear whole or not at all, and only one that opens can be activated. */
import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { ErrorCode } from '../../domain/errors.ts';
import { defaultParams } from '../params.ts';
import { testPool } from '../testing/kernel-pool.ts';
import { tasteRatings } from '../testing/rating-data.ts';
import { runTraining } from '../training/run-training.ts';
import { writeActivation } from './activation.ts';
import { type Manifest, parseManifest } from './manifest.ts';
import { createRegistry, type ModelRegistry } from './registry.ts';

const outcome = await runTraining(
  {
    ratings: [tasteRatings(12, 15)],
    candidates: {
      rating: [defaultParams('als', 'rating')],
      ranking: [defaultParams('implicit-als', 'ranking')],
    },
    holdout: { fraction: 0.2, seed: 42 },
    seed: 42,
  },
  testPool,
);

let dir: string;
let registry: ModelRegistry;
let now: number;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'matinee-registry-'));
  now = Date.UTC(2026, 0, 1);
  registry = await createRegistry(dir, { codeVersion: '1.2.3', clock: { now: () => (now += 1_000) } });
});
afterEach(() => rm(dir, { recursive: true }));

const register = async () => (await registry.register({ outcome })).version;
const pathOf = (version: string, file: string) => join(dir, 'versions', version, file);

function rejectsWith(code: ErrorCode, promise: Promise<unknown>): Promise<void> {
  return assert.rejects(promise, { name: 'MatineeError', code });
}

test('a version comes back as it was registered, bit for bit', async () => {
  const streamOffsets = [{ topic: 'movies', partition: 0, offset: 12 }];
  const manifest = await registry.register({ outcome, streamOffsets });
  const loaded = await registry.load(manifest.version);
  assert.deepEqual(loaded.manifest, manifest);
  assert.deepEqual(manifest.streamOffsets, streamOffsets);
  assert.deepEqual(manifest.data, outcome.data);
  assert.equal(manifest.codeVersion, '1.2.3');
  assert.equal(loaded.rating.name, 'als');
  assert.equal(loaded.ranking.name, 'implicit-als');
  const again = await createRegistry(dir, { codeVersion: '1.2.3' });
  const scores = (await again.load(manifest.version)).rating.scoreItems(null);
  assert.deepEqual(scores, outcome.rating.state.fallback);
});

test('lists versions latest first, and says which one is active', async () => {
  const [first, second] = [await register(), await register()];
  await registry.activate(first);
  const listed = await registry.list();
  assert.deepEqual(
    listed.map(({ version, active }) => [version, active]),
    [
      [second, false],
      [first, true],
    ],
  );
  assert.equal(await registry.active(), first);
});

test('nothing is active at first, and there is nothing to roll back to', async () => {
  assert.equal(await registry.active(), null);
  await rejectsWith('NOT_FOUND', registry.rollback());
  await rejectsWith('NOT_FOUND', registry.activate('20260101T000000000Z-00000000'));
  await rejectsWith('NOT_FOUND', registry.load('../../etc'));
});

test('rolls back through what was active before', async () => {
  const [first, second, third] = [await register(), await register(), await register()];
  for (const version of [first, second, second, third]) await registry.activate(version);
  assert.equal((await registry.rollback()).version, second);
  assert.equal((await registry.rollback()).version, first);
  await rejectsWith('NOT_FOUND', registry.rollback());
  assert.equal(await registry.active(), first);
});

test('prunes all but the latest, the active and the one before it, and what a crash left', async () => {
  const versions = [await register(), await register(), await register(), await register(), await register()];
  const [oldest = '', second = '', third = ''] = versions;
  await registry.activate(oldest);
  await registry.activate(third);
  const abandoned = join(dir, 'versions', '.new-20250101T000000000Z-00000000');
  await mkdir(abandoned);
  await utimes(abandoned, 0, 0);
  await rejectsWith('USAGE', registry.prune(-1));
  assert.deepEqual(await registry.prune(1), [versions[3], second]);
  assert.deepEqual((await readdir(join(dir, 'versions'))).sort(), [oldest, third, versions[4]]);
});

describe('a damaged version', () => {
  const damages: readonly (readonly [
    name: string,
    code: ErrorCode,
    damage: (version: string) => Promise<void>,
  ])[] = [
    [
      'with a flipped bit',
      'CORRUPT',
      (version) => edit(pathOf(version, 'rating.model'), (bytes) => bytes.with(99, 1 ^ (bytes[99] ?? 0))),
    ],
    [
      'cut short',
      'CORRUPT',
      (version) => edit(pathOf(version, 'ranking.model'), (bytes) => bytes.slice(0, -5)),
    ],
    [
      'with an empty file',
      'CORRUPT',
      (version) => edit(pathOf(version, 'ranking.model'), () => new Uint8Array(0)),
    ],
    ['without its factors', 'CORRUPT', (version) => rm(pathOf(version, 'rating.model'))],
    ['without its manifest', 'CORRUPT', (version) => rm(pathOf(version, 'manifest.json'))],
    [
      'with a manifest that is not JSON',
      'CORRUPT',
      (version) => writeFile(pathOf(version, 'manifest.json'), '{'),
    ],
    ['with a field missing', 'CORRUPT', (version) => rewrite(version, ({ data: _, ...rest }) => rest)],
    [
      'of a newer format',
      'CONFLICT',
      (version) => rewrite(version, (manifest) => ({ ...manifest, formatVersion: 99 })),
    ],
    [
      'with factors of a newer format',
      'CONFLICT',
      (version) => edit(pathOf(version, 'rating.model'), (bytes) => bytes.with(4, 99)),
    ],
  ];

  for (const [name, code, damage] of damages) {
    test(`${name} is ${code}, and the present one stays`, async () => {
      const [present, damaged] = [await register(), await register()];
      await registry.activate(present);
      await damage(damaged);
      await rejectsWith(code, registry.load(damaged));
      await rejectsWith(code, registry.activate(damaged));
      assert.equal(await registry.active(), present);
      assert.equal((await registry.list()).length, 2);
    });
  }

  test('that was copied under another name is not taken for it', async () => {
    const version = await register();
    const copy = '20300101T000000000Z-00000000';
    await cp(pathOf(version, '.'), pathOf(copy, '.'), { recursive: true });
    await rejectsWith('CORRUPT', registry.load(copy));
  });

  test('is listed with what is wrong with it', async () => {
    const version = await register();
    await rm(pathOf(version, 'manifest.json'));
    const [listed] = await registry.list();
    assert.match(listed?.problem ?? '', /manifest\.json is missing/);
  });
});

test('a damaged active.json is CORRUPT', async () => {
  await writeFile(join(dir, 'active.json'), '{"version":"latest"}');
  await rejectsWith('CORRUPT', registry.active());
});

describe('watching', () => {
  test('notices what another process activates, and opens it', async () => {
    const [first, second] = [await register(), await register()];
    await registry.activate(first);
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const watch = await registry.watch(({ version }) => resolve(version), reject);
    const other = await createRegistry(dir, { codeVersion: '1.2.3' });
    await other.activate(second);
    assert.equal(await promise, second);
    watch.close();
  });

  test('says so when what became active does not open', async () => {
    const [first, second] = [await register(), await register()];
    await registry.activate(first);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const watch = await registry.watch(({ version }) => reject(new Error(version)), resolve);
    await rm(pathOf(second, 'rating.model'));
    await writeActivation(dir, { version: second, previous: [first] });
    assert.match(String(await promise), /rating\.model is missing/);
    watch.close();
  });
});

async function edit(path: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  await writeFile(path, change(new Uint8Array(await readFile(path))));
}

async function rewrite(version: string, change: (manifest: Manifest) => object): Promise<void> {
  const path = pathOf(version, 'manifest.json');
  await writeFile(path, JSON.stringify(change(parseManifest(await readFile(path, 'utf8'), path))));
}
