import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOffDelay } from './back-off.ts';

const options = { baseMs: 100, capMs: 1_000 };

test('the bound doubles with each failure up to the cap', () => {
  const bounds = [1, 2, 3, 4, 5, 6, 1_000].map((attempt) => backOffDelay(attempt, options, () => 1));
  assert.deepEqual(bounds, [100, 200, 400, 800, 1_000, 1_000, 1_000]);
});

test('the wait is drawn from the whole of the bound', () => {
  assert.equal(
    backOffDelay(2, options, () => 0),
    0,
  );
  assert.equal(
    backOffDelay(2, options, () => 0.5),
    100,
  );
});
