/** A version that predicts or ranks worse than the present one is told from one that does not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultParams } from '../params.ts';
import type { Manifest } from '../registry/manifest.ts';
import { isNotWorse } from './guard.ts';

/** A manifest with these figures of its withheld part; null where nothing was withheld. */
function manifest(rmse: number | null, ndcg: number | null): Manifest {
  const entry = { file: 'x.model', sha256: '0'.repeat(64), seed: 1, fitSeconds: 0 };
  return {
    formatVersion: 1,
    version: '20260101T000000000Z-00000000',
    createdAt: '2026-01-01T00:00:00.000Z',
    codeVersion: '1.0.0',
    models: {
      rating: { ...entry, params: defaultParams('als', 'rating'), metrics: rmse === null ? null : { rmse } },
      ranking: {
        ...entry,
        params: defaultParams('popular', 'ranking'),
        metrics: ndcg === null ? null : { ndcg },
      },
    },
    data: { users: 1, items: 1, ratings: 1, duplicates: 0, fingerprint: '0'.repeat(64) },
    streamOffsets: [],
  };
}

const present = manifest(0.91, 0.31);

test('better or equal figures pass, and differences of luck', () => {
  for (const candidate of [present, manifest(0.9, 0.32), manifest(0.9105, 0.3095)]) {
    assert.equal(isNotWorse(candidate, present), true);
  }
});

test('either figure that is worse fails', () => {
  assert.equal(isNotWorse(manifest(0.93, 0.4), present), false);
  assert.equal(isNotWorse(manifest(0.8, 0.29), present), false);
});

test('a figure that one of them lacks decides nothing', () => {
  assert.equal(isNotWorse(manifest(null, null), present), true);
  assert.equal(isNotWorse(present, manifest(null, null)), true);
});
