import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { parseUserId, type UserId } from '../domain/ids.ts';
import { PersonSchema } from '../domain/person.ts';
import { createPseudonymiser } from './pseudonymiser.ts';

const KEY = Buffer.alloc(32, 7);
const userIds = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map(parseUserId)
  .filter((id): id is UserId => id !== null);

function userId(value: unknown): UserId {
  const id = parseUserId(value);
  assert.ok(id !== null);
  return id;
}

test('a pseudonym is the HMAC-SHA-256 of the id, in base64url', () => {
  const { pseudonymise } = createPseudonymiser(KEY);
  fc.assert(
    fc.property(userIds, (id) => {
      const expected = createHmac('sha256', KEY).update(id).digest('base64url');
      assert.equal(pseudonymise(id), expected);
      assert.equal(pseudonymise(id), expected, 'and again, from the cache');
    }),
    { seed: 1 },
  );
});

test('a pseudonym fits the schema of a person', () => {
  const person = Compile(PersonSchema);
  const { pseudonymise } = createPseudonymiser(randomBytes(32));
  assert.ok(person.Check({ userId: pseudonymise(userId(1)), ageBand: null, gender: null, occupation: null }));
});

test('a number and its digits are the same person', () => {
  const { pseudonymise } = createPseudonymiser(KEY);
  assert.equal(pseudonymise(userId(42)), pseudonymise(userId('42')));
});

test('another key gives other pseudonyms and another fingerprint', () => {
  const one = createPseudonymiser(KEY);
  const other = createPseudonymiser(Buffer.alloc(32, 8));
  assert.notEqual(one.pseudonymise(userId(1)), other.pseudonymise(userId(1)));
  assert.notEqual(one.fingerprint, other.fingerprint);
  assert.equal(one.fingerprint, createPseudonymiser(KEY).fingerprint);
});

test('the fingerprint is short and is not the pseudonym of anyone', () => {
  const { fingerprint, pseudonymise } = createPseudonymiser(KEY);
  assert.match(fingerprint, /^[\w-]{16}$/);
  assert.notEqual(pseudonymise(userId('matinee key fingerprint')).slice(0, 16), fingerprint);
});

test('a key of another size is refused', () => {
  for (const bytes of [0, 16, 31, 33, 64]) {
    assert.throws(() => createPseudonymiser(new Uint8Array(bytes)), { code: 'USAGE', message: /32/ });
  }
});
