/** The byte-level parts: lines across chunks, fields against another parser, growing columns and indexes. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { withFolder } from '../testing/folder.ts';
import { createIdIndex } from './id-index.ts';
import { createRatingColumns } from './rating-columns.ts';
import { createRatingRowParser, type RatingRow, readRatingRow } from './rating-row.ts';
import { type ScanOptions, scanLines } from './scan-lines.ts';
import { joinCsvFields, splitFields } from './split-fields.ts';

interface Scanned {
  lines: [line: number, text: string][];
  tooLong: number[];
  terminated: boolean | null;
}

async function scan(content: string | Uint8Array, options: Partial<ScanOptions> = {}): Promise<Scanned> {
  const scanned: Scanned = { lines: [], tooLong: [], terminated: null };
  await withFolder({ file: content }, (dir) =>
    scanLines(
      join(dir, 'file'),
      (bytes, start, end, line, terminated) => {
        scanned.lines.push([line, bytes.toString('utf8', start, end)]);
        scanned.terminated = terminated;
      },
      { ...options, onTooLong: (_, line) => scanned.tooLong.push(line) },
    ),
  );
  return scanned;
}

test('lines that cross chunks, of every length, come whole and in order', async () => {
  const lines = Array.from({ length: 9000 }, (_, i) => `${i}:${'x'.repeat((i * 37) % 700)}`);
  const { lines: read, terminated } = await scan(lines.join('\n'));
  assert.deepEqual(
    read,
    lines.map((text, i) => [i + 1, text]),
  );
  assert.equal(terminated, false);
});

test('a byte order mark, CRLF and empty lines are no part of any line', async () => {
  const { lines, terminated } = await scan('\ufeffa\r\n\r\n\nb\r\n');
  assert.deepEqual(lines, [
    [1, 'a'],
    [4, 'b'],
  ]);
  assert.equal(terminated, true);
});

test('a line longer than the bound is told once and skipped, within a chunk, across chunks and at the end', async () => {
  const long = 'y'.repeat(3 << 20);
  const { lines, tooLong } = await scan(`a\n${'z'.repeat(200)}\nb\n${long}\nc\n${long}`, {
    maxLineBytes: 100,
  });
  assert.deepEqual(lines, [
    [1, 'a'],
    [3, 'b'],
    [5, 'c'],
  ]);
  assert.deepEqual(tooLong, [2, 4, 6]);
  assert.equal((await scan(`${long}\nd`, { maxLineBytes: 1 << 22 })).lines[0]?.[1].length, long.length);
});

test('CSV fields are read back as written, and as csv-parse reads them', () => {
  const field = fc.string({ unit: fc.constantFrom('a', '"', ',', ' ', 'é', '|', "'"), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 5 }), (fields) => {
      const line = joinCsvFields(fields);
      assert.deepEqual(splitFields(line, ','), fields);
      if (line !== '') assert.deepEqual(parse(line), [fields]);
    }),
    { seed: 42, numRuns: 500 },
  );
});

test('any line splits into fields or is refused', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(',', '\t', '::', '|'), (line, separator) => {
      const fields = splitFields(line, separator);
      assert.ok(fields === null || fields.length > 0);
    }),
    { seed: 42, numRuns: 500 },
  );
});

test('what the row parser takes from bytes is what the reader takes from text', () => {
  const part = fc.string({ unit: fc.constantFrom(...'0123459.:\t'), maxLength: 11 });
  const text = fc.oneof(
    part,
    fc.tuple(part, part, part, part).map((parts) => parts.join('::')),
    fc
      .tuple(fc.nat(), fc.nat(9999), fc.constantFrom('0.5', '3', '4.25', '5.0', '6', '0'), fc.nat())
      .map((parts) => parts.join('::')),
  );
  const parseRow = createRatingRowParser('::');
  fc.assert(
    fc.property(text, (line) => {
      const row: RatingRow = { user: 0, movie: 0, value: 0, timestamp: 0 };
      // The bytes behind the row belong to the next one and must not be read into this one.
      const bytes = Buffer.from(`${line}::1::1::1::1`);
      if (parseRow(bytes, 0, line.length, row)) assert.deepEqual(readRatingRow(line, '::', true), row);
    }),
    { seed: 42, numRuns: 2000 },
  );
});

test('columns grow beyond what was expected', () => {
  const columns = createRatingColumns(2);
  for (let i = 0; i < 1000; i += 1) columns.add(i, 2 * i, i / 2, 4_000_000_000 + i);
  const table = columns.finish();
  assert.equal(table.length, 1000);
  assert.deepEqual(
    [table.users.length, table.users[999], table.movies[999], table.values[999], table.timestamps[999]],
    [1000, 999, 1998, 499.5, 4_000_000_999],
  );
});

test('an index gives places in order of appearance, to small ids and to large ones', () => {
  const index = createIdIndex();
  const ids = [5, 2_147_483_647, 0, 70_000, 8_388_607, 8_388_608, 5];
  assert.deepEqual(
    ids.map((id) => index.add(id)),
    [0, 1, 2, 3, 4, 5, 0],
  );
  assert.deepEqual(
    [index.size, index.indexOf(70_000), index.indexOf(6), index.indexOf(9_000_000)],
    [6, 3, -1, -1],
  );
});
