import assert from 'node:assert/strict';
import { createSecretKey, webcrypto } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { openValue, SEAL_BYTES, sealValue } from './sealed-value.ts';

const bytes = fc.uint8Array({ maxLength: 400 });
const BYTES = Buffer.alloc(32, 9);
const key = createSecretKey(BYTES);

test('what is sealed opens again, and is AES-256-GCM as another implementation has it', async () => {
  const oracle = await webcrypto.subtle.importKey('raw', BYTES, 'AES-GCM', false, ['decrypt']);
  await fc.assert(
    fc.asyncProperty(bytes, async (clear) => {
      const sealed = sealValue(key, clear);
      assert.equal(sealed.length, clear.length + SEAL_BYTES);
      assert.deepEqual(Buffer.from(openValue(key, sealed) ?? []), Buffer.from(clear));
      const iv = sealed.slice(0, 12);
      const decrypted = await webcrypto.subtle.decrypt({ name: 'AES-GCM', iv }, oracle, sealed.slice(12));
      assert.deepEqual(Buffer.from(decrypted), Buffer.from(clear));
    }),
    { seed: 1 },
  );
});

test('a value changed anywhere, cut, or of another key or context does not open', () => {
  const other = createSecretKey(Buffer.alloc(32, 8));
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (clear, place, change) => {
      const sealed = sealValue(key, clear, Buffer.from('context'));
      const at = place % sealed.length;
      const tampered = sealed.map((byte, index) => (index === at ? byte ^ change : byte));
      assert.equal(openValue(key, tampered, Buffer.from('context')), null);
      assert.equal(openValue(key, sealed.subarray(0, at), Buffer.from('context')), null);
      assert.equal(openValue(other, sealed, Buffer.from('context')), null);
      assert.equal(openValue(key, sealed), null);
    }),
    { seed: 1 },
  );
});

test('no two values are sealed alike', () => {
  const sealed = Array.from({ length: 3_000 }, () => Buffer.from(sealValue(key, BYTES)).toString('hex'));
  assert.equal(new Set(sealed).size, sealed.length);
  assert.equal(new Set(sealed.map((hex) => hex.slice(0, 24))).size, sealed.length);
});
