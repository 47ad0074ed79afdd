import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hideFew } from './hide-few.ts';

const cells = fc.array(fc.record({ people: fc.integer({ min: 1, max: 40 }) }), { maxLength: 12 });

test('what is shown is about ten people or more, and so is what a total would tell of the rest', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const { shown, hidden } = hideFew(all);
      assert.equal(shown.length + hidden, all.length);
      assert.deepEqual(
        shown,
        all.filter((cell) => shown.includes(cell)),
      );
      assert.ok(shown.every(({ people }) => people >= 10));
      const rest = all.filter((cell) => !shown.includes(cell)).reduce((sum, { people }) => sum + people, 0);
      assert.ok(hidden === 0 || rest >= 10 || shown.length === 0);
      if (all.every(({ people }) => people >= 10)) assert.equal(hidden, 0);
    }),
  );
});
