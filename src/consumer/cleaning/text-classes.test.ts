import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NORMALIZED, WHITE_SPACE } from './text-classes.ts';

const every = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));

test('white space is what JavaScript trims', () => {
  assert.deepEqual(
    [...WHITE_SPACE].sort(),
    every.filter((character) => character.trim() === ''),
  );
});

test('texts of the normalized characters are in NFC', () => {
  const inClass = new RegExp(`^[${NORMALIZED}]$`);
  const characters = every.filter((character) => inClass.test(character));
  assert.ok(characters.length > 30_000);
  for (const character of characters) {
    for (const before of ['', 'e', 'Я', 'か', '가', '一']) {
      assert.equal((before + character).normalize('NFC'), before + character);
    }
  }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...characters)), (parts) => {
      const text = parts.join('');
      assert.equal(text.normalize('NFC'), text);
    }),
  );
});
