import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDate } from './formatted-date.ts';

/** The same text by way of the platform's own calendar. */
function oracle(epochSeconds: number): string {
  const [date = '', time = ''] = new Date(epochSeconds * 1_000).toISOString().split('T');
  return `${date.split('-').reverse().join('-')} ${time.slice(0, 8)}`;
}

test('writes dd-MM-yyyy HH:mm:ss in UTC', () => {
  assert.equal(formatDate(881_250_949), '04-12-1997 15:55:49');
  assert.equal(formatDate(0), '01-01-1970 00:00:00');
  assert.equal(formatDate(951_782_400), '29-02-2000 00:00:00');
});

test('agrees with the platform for every second from 1970 to 9999', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 253_402_300_799 }), (second) => {
      assert.equal(formatDate(second), oracle(second));
    }),
    { seed: 1, numRuns: 2_000 },
  );
});
