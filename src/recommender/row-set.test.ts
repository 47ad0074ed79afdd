/** Sets of rows against plain sets of numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addRowsBeyond, createRowSet, hasRow, type RowSet, visitRows } from './row-set.ts';

const SIZE = 100;
const rows = fc.uniqueArray(fc.nat(SIZE - 1));

function listed(set: RowSet): number[] {
  const found: number[] = [];
  visitRows(set, (row) => found.push(row));
  return found;
}

test('a set holds the rows that were added, and lists them in order', () => {
  fc.assert(
    fc.property(rows, (chosen) => {
      const set = createRowSet(SIZE, chosen);
      assert.deepEqual(
        listed(set),
        chosen.toSorted((a, b) => a - b),
      );
      for (let row = 0; row < SIZE; row++) assert.equal(hasRow(set, row), chosen.includes(row));
    }),
  );
});

test('a set is completed by what others lack', () => {
  fc.assert(
    fc.property(rows, rows, rows, (first, second, third) => {
      const beyond = createRowSet(SIZE, first);
      addRowsBeyond(beyond, [createRowSet(SIZE, second), createRowSet(SIZE, third)]);
      for (let row = 0; row < SIZE; row++) {
        const expected = first.includes(row) || !(second.includes(row) || third.includes(row));
        assert.equal(hasRow(beyond, row), expected);
      }
    }),
  );
});
