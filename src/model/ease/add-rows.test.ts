import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addRows } from './add-rows.ts';

test('rows added four at a time give the bits of rows added one by one', () => {
  const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
  const cases = fc.integer({ min: 1, max: 9 }).chain((width) =>
    fc.record({
      matrix: fc.array(value, { minLength: width * width, maxLength: width * width }),
      out: fc.array(value, { minLength: width, maxLength: width }),
      rows: fc.array(fc.tuple(fc.nat(width - 1), value), { maxLength: 14 }),
    }),
  );
  fc.assert(
    fc.property(cases, ({ matrix, out, rows }) => {
      const expected = rows.reduce(
        (sums, [row, weight]) =>
          sums.map((sum, item) => sum + weight * (matrix[row * out.length + item] ?? 0)),
        out,
      );
      const weighted = { columns: rows.map(([row]) => row), values: rows.map(([, weight]) => weight) };
      assert.deepEqual([...addRows(Float64Array.from(matrix), weighted, Float64Array.from(out))], expected);
    }),
  );
});
