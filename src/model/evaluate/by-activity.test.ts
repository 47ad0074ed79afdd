/** Groups of people by activity keep everybody, and average as the whole does. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { groupByActivity } from './by-activity.ts';

test('by hand', () => {
  const figures = [
    { sum: 8, count: 2, trainRatings: 0 },
    { sum: 1, count: 1, trainRatings: 12 },
    { sum: 3, count: 3, trainRatings: 19 },
    { sum: 9, count: 1, trainRatings: 900 },
    { sum: 0, count: 0, trainRatings: 60 },
  ];
  assert.deepEqual(groupByActivity('rating', figures), [
    { from: 0, to: 0, users: 1, figure: 2 },
    { from: 10, to: 19, users: 2, figure: 1 },
    { from: 500, to: null, users: 1, figure: 3 },
  ]);
});

test('groups weighed by their people average to the mean of all', () => {
  const figure = fc.record({
    sum: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.constant(1),
    trainRatings: fc.nat(1_000),
  });
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 40 }), (figures) => {
      const groups = groupByActivity('ranking', figures);
      const mean = groups.reduce((sum, group) => sum + group.figure * group.users, 0) / figures.length;
      const expected = figures.reduce((sum, { sum: value }) => sum + value, 0) / figures.length;
      assert.ok(Math.abs(mean - expected) < 1e-12);
    }),
    { seed: 8 },
  );
});
