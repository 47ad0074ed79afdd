/** Keys of programs: kept as digests, expiring, rotated without a gap, gone with the person they act as. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { parseUserId } from '../../domain/ids.ts';
import { openKeyDatabase } from '../vault/database.ts';
import { createKeyStore } from '../vault/key-store.ts';
import { createApiKeys } from './api-keys.ts';
import { principalOf } from './credentials.ts';
import { createPersonSeal } from './sealed-person.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-keys-'));
const file = join(folder, 'persons.db');
const masterKey = Buffer.alloc(32, 7);
const database = openKeyDatabase(file);
after(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

let now = 1_700_000_000_000;
const keys = createApiKeys(database, createPersonSeal(masterKey), { now: () => now });
const asked = { name: 'shop', role: 'viewer', scopes: ['read'], person: null } as const;
const refused = { code: 'UNAUTHENTICATED' };

test('a key stands for its role, scopes and person, and is kept as nothing that would let anybody in', () => {
  const person = { userId: 'ada@example.org', pseudonym: 'pseudonym-of-ada' };
  const { id, key } = keys.createApiKey({ ...asked, person, expiresAt: now + 1_000 });
  assert.deepEqual(keys.checkApiKey(key), {
    kind: 'key',
    id,
    roles: ['viewer'],
    scopes: ['read'],
    userId: parseUserId('ada@example.org'),
  });
  const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
  for (const secret of [key, key.slice(-43), 'ada@example.org']) assert.ok(!bytes.includes(secret), secret);
});

test('an id can be given to a command as it is: it begins with no dash', () => {
  for (let round = 0; round < 300; round++) {
    const { id } = keys.createApiKey({ ...asked, expiresAt: now + 1_000 });
    assert.match(id, /^[0-9a-f]{12}$/);
    keys.revokeApiKey(id);
  }
});

test('a key is taken until it expires, or is revoked, and not for another', () => {
  const { id, key } = keys.createApiKey({ ...asked, expiresAt: now + 1_000 });
  const other = keys.createApiKey({ ...asked, expiresAt: now + 1_000 });
  assert.throws(() => keys.checkApiKey(key.slice(0, 17) + other.key.slice(17)), refused);
  now += 1_000;
  assert.throws(() => keys.checkApiKey(key), { ...refused, message: /expired/ });
  assert.throws(() => keys.rotateApiKey(id, 0), { code: 'CONFLICT' });
  keys.revokeApiKey(id);
  assert.throws(() => keys.checkApiKey(key), { ...refused, message: /revoked/ });
  assert.throws(() => keys.revokeApiKey(id), { code: 'NOT_FOUND' });
});

test('a rotation leaves no gap: both keys are taken until the overlap is over', () => {
  const first = keys.createApiKey({ ...asked, expiresAt: now + 100_000 });
  const second = keys.rotateApiKey(first.id, 5_000);
  assert.equal(second.id, first.id);
  for (const { key } of [first, second]) assert.equal(keys.checkApiKey(key).id, first.id);
  now += 5_000;
  assert.throws(() => keys.checkApiKey(first.key), refused);
  assert.equal(keys.checkApiKey(second.key).id, first.id);
  const third = keys.rotateApiKey(first.id, 0);
  assert.throws(() => keys.checkApiKey(second.key), refused);
  assert.equal(keys.checkApiKey(third.key).id, first.id);
});

test('the key of a person who is erased ends with them', () => {
  const person = { userId: 'bob', pseudonym: 'pseudonym-of-bob' };
  const { key } = keys.createApiKey({ ...asked, person, expiresAt: now + 1_000 });
  createKeyStore(database, { masterKey, fingerprint: 'print' }).destroy('pseudonym-of-bob');
  assert.throws(() => keys.checkApiKey(key), refused);
});

test('whatever `Authorization` holds, it lets nobody in unless it is a credential', async () => {
  const checks = {
    checkApiKey: async (key: string) => keys.checkApiKey(key),
    runSecret: 'secret-of-the-run',
  };
  const near = fc.constantFrom('Bearer ', 'Bearer mat_', 'Basic ', 'mat_', 'Bearer secret-of-the-ru', '');
  await fc.assert(
    fc.asyncProperty(near, fc.string({ maxLength: 80 }), async (start, rest) => {
      await assert.rejects(principalOf(`${start}${rest}`, checks), refused);
    }),
  );
  assert.equal(await principalOf(undefined, checks), null);
  assert.equal((await principalOf('bearer secret-of-the-run', checks))?.kind, 'command-line');
});
