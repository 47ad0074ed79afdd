import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(2026, 0, 1);

test('seconds and dates of HTTP become milliseconds from now', () => {
  assert.equal(readRetryAfter('0', NOW), 0);
  assert.equal(readRetryAfter(' 120 ', NOW), 120_000);
  assert.equal(readRetryAfter('Thu, 01 Jan 2026 00:01:00 GMT', NOW), 60_000);
  assert.equal(readRetryAfter('Thursday, 01-Jan-26 00:01:00 GMT', NOW), 60_000);
  assert.equal(readRetryAfter('Wed, 31 Dec 2025 00:00:00 GMT', NOW), 0, 'a date gone by');
});

test('a wait of more than a day is a day', () => {
  assert.equal(readRetryAfter('99999999', NOW), 86_400_000);
  assert.equal(readRetryAfter('Fri, 01 Jan 2027 00:00:00 GMT', NOW), 86_400_000);
});

test('anything else is no wait', () => {
  for (const header of [null, '', 'soon', '-5', '1.5', '1e3', '0x10', 'Someday, soon']) {
    assert.equal(readRetryAfter(header, NOW), null, String(header));
  }
});
