import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { mostRated } from './charts/top-movies.ts';
import { toCsv } from './to-csv.ts';

test('a reader of CSV gets the rows back, text that looks like a formula behind an apostrophe', () => {
  const row = fc.record({
    title: fc.string(),
    ratings: fc.nat(),
    mean: fc.constant(null),
    movieId: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const [heading, ...lines] = parse(toCsv(mostRated, rows, 'fr'), { relax_column_count: false });
      assert.deepEqual(heading, ['Film', 'Notes', 'Note moyenne', 'Numéro du film']);
      const expected = rows.map(({ title, ratings, movieId }) => [
        /^[=+\-@\t\r]/.test(title) ? `'${title}` : title,
        `${ratings}`,
        '',
        `${movieId}`,
      ]);
      assert.deepEqual(lines, expected);
    }),
  );
});
