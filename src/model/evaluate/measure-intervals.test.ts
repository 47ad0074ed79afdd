/** Coverage and width of intervals, by hand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureIntervals } from './measure-intervals.ts';

test('counts what is held, and compares with one reach for all', () => {
  const intervals = [
    { rating: 2, low: 1, high: 3 },
    { rating: 4, low: 3.5, high: 4.5 },
  ];
  const measured = measureIntervals(intervals, [3, 5], [1, 5]);
  assert.deepEqual(measured, { intervalCoverage: 0.5, intervalWidth: 1.5, constantIntervalWidth: 2 });
});

test('nothing to measure', () => {
  assert.equal(measureIntervals([], [], [1, 5]), null);
});
