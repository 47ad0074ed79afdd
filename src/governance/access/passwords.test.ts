import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from './passwords.ts';

test('a password opens its hash and no other, however its letters were typed', async () => {
  const hash = await hashPassword('un café très chaud');
  assert.match(hash, /^scrypt\$32768\$8\$3\$/);
  assert.ok(!hash.includes('chaud'));
  assert.ok(await verifyPassword('un café très chaud'.normalize('NFD'), hash));
  for (const wrong of ['un café très froid', '', 'x'.repeat(10_000)]) {
    assert.equal(await verifyPassword(wrong, hash), false);
  }
  assert.equal(await verifyPassword('un café très chaud', null), false);
  assert.equal(await verifyPassword('un café très chaud', 'no hash at all'), false);
});

test('a password that is too short or too long is refused', async () => {
  for (const password of ['short', 'x'.repeat(257)]) {
    await assert.rejects(hashPassword(password), { code: 'USAGE', message: /12 to 256/ });
  }
});
