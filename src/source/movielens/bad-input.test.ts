/** Every way a folder or a row can be broken: what is said, and that the good rows stay. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ErrorCode, MatineeError } from '../../domain/errors.ts';
import { MAX_KEPT_REJECTIONS, type RejectedRow } from '../rejections.ts';
import { CSV_FILES, withFolder } from '../testing/folder.ts';
import { readDataSet } from './read-data-set.ts';

type Files = Record<string, string | Uint8Array>;

function failure(code: ErrorCode, message: RegExp): (error: MatineeError) => boolean {
  return (error) => {
    assert.equal(error.code, code);
    assert.match(error.message, message);
    return true;
  };
}

const BROKEN_FOLDERS: readonly (readonly [name: string, files: Files, message: RegExp])[] = [
  ['an unknown layout', { 'notes.txt': 'hello' }, /holds no data set .*u\.data and u\.item.*ratings\.csv/],
  ['half a release', { 'ratings.csv': 'x' }, /there is ratings\.csv, but no movies\.csv/],
  ['an empty ratings file', { ...CSV_FILES, 'ratings.csv': '' }, /ratings\.csv is empty/],
  ['an empty films file', { ...CSV_FILES, 'movies.csv': '' }, /movies\.csv is empty/],
  [
    'a heading alone',
    { ...CSV_FILES, 'ratings.csv': 'userId,movieId,rating,timestamp\n' },
    /no good row.*only a heading/,
  ],
  ['NUL bytes', { ...CSV_FILES, 'ratings.csv': Buffer.from([49, 0, 44, 0]) }, /not a text file/],
  ['a gzip file', { ...CSV_FILES, 'movies.csv': Buffer.from([0x1f, 0x8b, 8, 1]) }, /not a text file/],
  [
    'no good row',
    { ...CSV_FILES, 'ratings.csv': 'a,b\nc,d\n' },
    /no good row \(2 rejected\): line 1 has 2 fields/,
  ],
];

for (const [name, files, message] of BROKEN_FOLDERS) {
  test(`${name} is refused`, () =>
    withFolder(files, (dir) => assert.rejects(readDataSet(dir), failure('BAD_INPUT', message))));
}

test('a missing folder and a file instead of a folder are refused', async () => {
  await withFolder(CSV_FILES, async (dir) => {
    await assert.rejects(readDataSet(join(dir, 'none')), failure('BAD_INPUT', /there is no such folder/));
    await assert.rejects(readDataSet(join(dir, 'movies.csv')), failure('BAD_INPUT', /it is not a folder/));
  });
});

const BAD_RATINGS: readonly (readonly [row: string | Uint8Array, reason: RegExp])[] = [
  ['1,1,4.0', /^has 3 fields instead of 4$/],
  ['1,1,4.0,1260759144,x', /^has 5 fields/],
  ['1,1,5.5,1260759144', /^rating 5\.5 is not between 0\.5 and 5$/],
  ['1,1,0,1260759144', /^rating 0 is not between/],
  ['1,1,NaN,1260759144', /^rating "NaN" is not a number$/],
  ['1,1,-3,1260759144', /^rating "-3" is not a number$/],
  ['1,2147483648,4,1260759144', /^movie id 2147483648 is not between 1 and 2147483647$/],
  ['99999999999999999999,1,4,1260759144', /^user id 9+ is not between/],
  ['0,1,4,1260759144', /^user id 0 is not between/],
  ['1.5,1,4,1260759144', /^user id "1\.5" is not a whole number$/],
  ['1,5,4,1260759144', /^movie 5 is not in movies\.csv$/],
  ['1,1,4,4294967296', /^timestamp 4294967296 is not between/],
  ['"1,1,4,1260759144', /quote that is not closed/],
  [Buffer.from([0xff, 0xfe, 0x00, 0x31]), /^has 1 fields/],
  [`1,1,4,${'9'.repeat(70_000)}`, /^is too long for a row$/],
];

for (const [row, reason] of BAD_RATINGS) {
  test(`a row such as ${String(row).slice(0, 40)} is rejected and the others stay`, () => {
    const good = Buffer.from(CSV_FILES['ratings.csv']);
    const files = {
      ...CSV_FILES,
      'ratings.csv': Buffer.concat([good, Buffer.from(row), Buffer.from('\n'), good]),
    };
    const seen: RejectedRow[] = [];
    return withFolder(files, async (dir) => {
      const dataSet = await readDataSet(dir, { onRejected: (rejected) => seen.push(rejected) });
      const [first] = seen;
      assert.deepEqual([first?.file, first?.line], ['ratings.csv', 5]);
      assert.match(first?.reason ?? '', reason);
      assert.equal(dataSet.ratings.length, 6);
    });
  });
}

test('a file cut off inside its last row loses that row only', () =>
  withFolder({ ...CSV_FILES, 'ratings.csv': `${CSV_FILES['ratings.csv']}9,1,3.0,126075` }, async (dir) => {
    const { ratings, rejected } = await readDataSet(dir);
    assert.equal(ratings.length, 3);
    assert.match(rejected.rows[0]?.reason ?? '', /cut off/);
  }));

const BAD_MOVIES: readonly (readonly [row: string | Uint8Array, reason: RegExp])[] = [
  ['7,Heat (1995)', /^has 2 fields instead of 3$/],
  ['x,Heat (1995),Crime', /^movie id "x" is not a whole number$/],
  ['1,Heat (1995),Crime', /^movie id 1 is there a second time$/],
  ['7,,Crime', /^has no title$/],
  ['7,"Heat (1995),Crime', /^has a quote that is not closed$/],
  [Buffer.from('7,Am\xe9lie (2001),Comedy', 'latin1'), /^is not UTF-8$/],
  ['7,He\u0007at (1995),Crime', /^has control characters$/],
  [`7,${'x'.repeat(501)},Crime`, /more than 500 characters/],
];

for (const [row, reason] of BAD_MOVIES) {
  test(`a film such as ${String(row).slice(0, 40)} is rejected and the others stay`, () => {
    const movies = Buffer.concat([Buffer.from(CSV_FILES['movies.csv']), Buffer.from(row), Buffer.from('\n')]);
    return withFolder({ ...CSV_FILES, 'movies.csv': movies }, async (dir) => {
      const { movies: read, rejected } = await readDataSet(dir);
      assert.equal(read.length, 4);
      assert.match(rejected.rows[0]?.reason ?? '', reason);
    });
  });
}

test('people that break the form are rejected; their ratings stay', () =>
  withFolder(
    {
      'ratings.dat': '1::1::5::978300760\n2::1::4::978300761\n',
      'movies.dat': '1::Heat (1995)::Crime\n',
      'users.dat': '1::F::1::10\n2::M::x::3::0\n2::M::25::21::0\n2::M::25::3::0\n2::M::25::3::0\n',
    },
    async (dir) => {
      const { users, ratings, rejected } = await readDataSet(dir);
      assert.deepEqual([ratings.length, users.map((user) => user.age)], [2, [25, null]]);
      assert.deepEqual(
        rejected.rows.map((row) => row.reason),
        [
          'has 4 fields instead of 5',
          'age "x" is not a whole number',
          'occupation "21" is not a number from 0 to 20',
          'user id 2 is there a second time',
        ],
      );
    },
  ));

test('many bad rows are all counted and handed on, and a bounded number kept', () =>
  withFolder({ ...CSV_FILES, 'ratings.csv': `${'bad\n'.repeat(5000)}1,1,4,1260759144\n` }, async (dir) => {
    let handedOn = 0;
    const { rejected } = await readDataSet(dir, { onRejected: () => (handedOn += 1) });
    assert.deepEqual([handedOn, rejected.count, rejected.rows.length], [5000, 5000, MAX_KEPT_REJECTIONS]);
  }));

test('progress ends at all bytes, and an abort stops the reading', () =>
  withFolder(CSV_FILES, async (dir) => {
    const steps: { done: number; total: number | null }[] = [];
    await readDataSet(dir, { onProgress: (progress) => steps.push(progress) });
    assert.equal(steps.at(-1)?.done, steps.at(-1)?.total);
    await assert.rejects(
      readDataSet(dir, { signal: AbortSignal.abort() }),
      failure('CANCELLED', /stopped while/),
    );
  }));

test('any bytes are either read, rejected row by row, or refused as bad input', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom('ratings.csv', 'movies.csv'),
      (bytes, file) =>
        withFolder({ ...CSV_FILES, [file]: bytes }, async (dir) => {
          try {
            const dataSet = await readDataSet(dir);
            assert.ok(dataSet.ratings.length > 0);
          } catch (error) {
            assert.ok(error instanceof Error && 'code' in error && error.code === 'BAD_INPUT', String(error));
          }
        }),
    ),
    { seed: 42, numRuns: 150 },
  );
});
