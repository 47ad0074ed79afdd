import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MAX_DEPTH, MAX_RECORD_BYTES, parse } from './parse.ts';

function codeOf(bytes: Uint8Array | string): string {
  const outcome = parse(Buffer.from(bytes));
  return outcome.ok ? 'ok' : outcome.reason.code;
}

test('an object of JSON is parsed, from a view into a larger buffer too', () => {
  const shared = Buffer.from('xx{"a":[1,"é"]}yy');
  assert.deepEqual(parse(shared.subarray(2, -2)), { ok: true, value: { a: [1, 'é'] } });
});

test('whatever else is turned away by name', () => {
  assert.equal(codeOf(''), 'not-json');
  assert.equal(codeOf('{"a":1'), 'not-json');
  assert.equal(codeOf('\ufeff{}'), 'not-json');
  assert.equal(codeOf('{"a":NaN}'), 'not-json');
  assert.equal(codeOf(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d)), 'not-utf8');
  for (const text of ['null', '[]', '1', '"text"', 'true']) assert.equal(codeOf(text), 'not-an-object', text);
});

test('size and depth have limits', () => {
  const sized = (bytes: number) => JSON.stringify({ a: 'x'.repeat(bytes - 8) });
  assert.equal(codeOf(sized(MAX_RECORD_BYTES)), 'ok');
  assert.equal(codeOf(sized(MAX_RECORD_BYTES + 1)), 'too-large');
  const nested = (depth: number) => `${'{"a":'.repeat(depth - 1)}{}${'}'.repeat(depth - 1)}`;
  assert.equal(codeOf(nested(MAX_DEPTH)), 'ok');
  assert.equal(codeOf(nested(MAX_DEPTH + 1)), 'too-deep');
  assert.equal(codeOf(`{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`), 'too-deep');
});

test('a __proto__ key stays a plain property and touches no prototype', () => {
  const outcome = parse(
    Buffer.from('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  );
  assert.ok(outcome.ok);
  assert.equal(Object.getPrototypeOf(outcome.value), Object.prototype);
  assert.equal('polluted' in {}, false);
});

test('no bytes make it throw, and messages quote nothing of them', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.json().map((json) => Buffer.from(json)),
      ),
      (bytes) => {
        assert.equal(typeof parse(bytes).ok, 'boolean');
      },
    ),
    { seed: 1, numRuns: 500 },
  );
  const outcome = parse(Buffer.from('{"userId":"alice"'));
  assert.ok(!outcome.ok);
  assert.doesNotMatch(outcome.reason.message, /alice/);
});
