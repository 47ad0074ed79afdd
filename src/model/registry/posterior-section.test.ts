/** Posteriors in model files come back as they were, or not at all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Posterior } from '../bayesian/posterior.ts';
import { decodePosterior, encodePosterior } from './posterior-section.ts';

const posterior: Posterior = {
  draws: 2,
  items: Float32Array.from({ length: 12 }, (_, k) => k / 7),
  ratingPrecision: Float64Array.of(1.1, 1.2),
  precision: Float64Array.from({ length: 8 }, (_, k) => k / 3),
  mean: Float64Array.of(0.1, 0.2, 0.3, 0.4),
  implicitEffects: Float32Array.from({ length: 12 }, (_, k) => -k / 7),
  traits: ['genre Comédie'],
  traitEffects: Float32Array.of(1, 2, 3, 4),
};

test('reads what was written, bit for bit', () => {
  assert.deepEqual(decodePosterior(encodePosterior(posterior), 3), posterior);
});

test('refuses a section that is cut short, too long, or of another number of films', () => {
  const bytes = encodePosterior(posterior);
  for (let length = 0; length < bytes.length; length++)
    assert.equal(decodePosterior(bytes.subarray(0, length), 3), null);
  assert.equal(decodePosterior(Uint8Array.of(...bytes, 0), 3), null);
  assert.equal(decodePosterior(bytes, 2), null);
});

test('refuses counts that no file could hold, without asking for their memory', () => {
  const bytes = encodePosterior(posterior);
  new DataView(bytes.buffer).setUint32(0, 0xffff_ffff, true);
  assert.equal(decodePosterior(bytes, 3), null);
});
