import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, publicKeyOf, signReceipt, verifyReceipt } from './receipt.ts';

const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
const publicKey = publicKeyOf(signingKey);
const receipt = signReceipt(
  {
    subject: 'A'.repeat(43),
    requestedAt: '2026-01-01T00:00:00.000Z',
    completedAt: '2026-01-01T00:00:04.000Z',
    ordinal: 3,
    stream: { encrypted: true, keyDestroyed: true },
    documents: { ratings: 40, interactions: 2, users: 1 },
    models: { trained: '20260101T000004000Z-00000000', removed: [] },
  },
  signingKey,
);

test('a receipt holds, however its JSON is laid out', () => {
  assert.deepEqual(verifyReceipt(JSON.stringify(receipt), publicKey), receipt);
  const reversed = Object.fromEntries(Object.entries(receipt).reverse());
  assert.deepEqual(verifyReceipt(JSON.stringify(reversed, null, 2), publicKey), receipt);
});

test('a receipt changed anywhere does not hold', () => {
  const text = JSON.stringify(receipt);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(...'0aZ"}{ ,'), (at, character) => {
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      let same = false;
      try {
        same = canonicalJson(JSON.parse(changed)) === canonicalJson(receipt);
      } catch {
        // No JSON any more.
      }
      if (!same) assert.throws(() => verifyReceipt(changed, publicKey), { code: 'BAD_INPUT' });
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('a signature spelled in another way does not hold', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const { signature } = receipt;
  const last = alphabet.indexOf(signature.at(-1) ?? '');
  const respelled = `${signature.slice(0, -1)}${alphabet[last + 1]}`;
  assert.deepEqual(Buffer.from(respelled, 'base64url'), Buffer.from(signature, 'base64url'));
  assert.throws(() => verifyReceipt(JSON.stringify({ ...receipt, signature: respelled }), publicKey));
});

test('a receipt of another home, or with another key put in, does not hold', () => {
  const other = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
  assert.throws(() => verifyReceipt(JSON.stringify(receipt), publicKeyOf(other)), /another home/);
  const { signature: _, publicKey: __, type: ___, version: ____, ...claims } = receipt;
  const forged = signReceipt({ ...claims, ordinal: 4 }, other);
  assert.throws(() => verifyReceipt(JSON.stringify(forged), publicKey), /another home/);
  const relabelled = { ...forged, publicKey };
  assert.throws(() => verifyReceipt(JSON.stringify(relabelled), publicKey), /not as it was signed/);
});

test('what is no receipt is told so', () => {
  for (const text of ['', 'null', '{}', JSON.stringify({ ...receipt, more: 1 })]) {
    assert.throws(() => verifyReceipt(text, publicKey), { code: 'BAD_INPUT', message: /does not hold/ });
  }
});
