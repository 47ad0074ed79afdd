import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharedData } from '../../../test/data.ts';
import { withFolder } from '../testing/folder.ts';
import { detectFormat } from './detect-format.ts';
import { type RatingsFile, readRatingsFile } from './read-ratings-file.ts';

function readText(content: string | Uint8Array): Promise<RatingsFile> {
  return withFolder({ file: content }, (dir) => readRatingsFile(join(dir, 'file')));
}

/** The rows with their ids. */
function rowsOf(file: RatingsFile): [string, string, number, number][] {
  return Array.from({ length: file.length }, (_, i) => [
    file.users[file.userPlaces[i] ?? -1] ?? '',
    file.items[file.itemPlaces[i] ?? -1] ?? '',
    file.values[i] ?? 0,
    file.timestamps[i] ?? 0,
  ]);
}

const TWO_RATINGS = [
  ['1', '50', 5, 881250949],
  ['2', '7', 3, 891717742],
];

const RATING_LAYOUTS: Readonly<Record<string, string>> = {
  'tabs, as u.data': '1\t50\t5\t881250949\n2\t7\t3\t891717742\n',
  'double colons': '1::50::5::881250949\n2::7::3.0::891717742\n',
  'commas with a heading': 'userId,movieId,rating,timestamp\r\n1,50,5.0,881250949\r\n2,7,3.0,891717742\r\n',
  'commas without a heading': '1,50,5,881250949\n2,7,3,891717742',
  'a byte order mark': '\ufeffuser,item,rating,time\n1,50,5,881250949\n2,7,3,891717742\n',
};

for (const [name, content] of Object.entries(RATING_LAYOUTS)) {
  test(`ratings are read from ${name}`, async () => {
    const file = await readText(content);
    assert.deepEqual([file.kind, file.rejected.count], ['ratings', 0]);
    assert.deepEqual(rowsOf(file), TWO_RATINGS);
  });
}

test('ratings may lack times, and ids be any text', async () => {
  const file = await readText('"Ann, of Paris",tt0111161,4.5\n007,7,3\n7,007,3\n');
  assert.deepEqual(rowsOf(file), [
    ['Ann, of Paris', 'tt0111161', 4.5, 0],
    ['007', '7', 3, 0],
    ['7', '007', 3, 0],
  ]);
});

for (const [name, separator] of Object.entries({ spaces: ' ', tabs: '\t', commas: ',' })) {
  test(`an adjacency list is read between ${name}, users without items included`, async () => {
    const lines = ['0 12 7 9 30 11', '1 7', '2', 'x 12 ab'].map((line) => line.replaceAll(' ', separator));
    const file = await readText(`${lines.join('\n')}\n`);
    assert.deepEqual([file.kind, file.rejected.count, file.users], ['adjacency', 0, ['0', '1', '2', 'x']]);
    assert.deepEqual(
      rowsOf(file).map(([user, item]) => `${user}-${item}`),
      ['0-12', '0-7', '0-9', '0-30', '0-11', '1-7', 'x-12', 'x-ab'],
    );
  });
}

test('lists of three items a line are not ratings, ratings with a broken line are', () => {
  assert.equal(detectFormat(['1\t20\t30\t40', '2\t30\t40\t50']).kind, 'adjacency');
  assert.equal(detectFormat(['1 2 3', '2 3 4']).kind, 'adjacency');
  assert.equal(detectFormat(['1\t4\t3\t5', '2\t1\t2\t3']).kind, 'adjacency');
  assert.equal(detectFormat(['1\t4\t3\t5', '2\t1\t2\t3', '1\t5\t2\t9']).kind, 'ratings');
  assert.equal(detectFormat(['1\t20\t3', '1\t20\t3\t881250949', 'broken']).kind, 'ratings');
});

test('a line of a hundred thousand items is read whole', async () => {
  const items = Array.from({ length: 100_000 }, (_, i) => `${i}`);
  const file = await readText(`7 ${items.join(' ')}\n8 1 2\n`);
  assert.deepEqual([file.length, file.items.length, file.users.length], [100_002, 100_000, 2]);
});

test('broken rows are rejected with their reasons and the others stay', async () => {
  const file = await readText(
    '1\t50\t5\t881250949\n1\t50\n1\t50\t9\t881250949\n\t50\t5\t881250949\n1\t50\tx\t881250949\n2\t7\t3\t-1\n3\t7\t3\t8912',
  );
  assert.deepEqual(rowsOf(file), [['1', '50', 5, 881250949]]);
  assert.deepEqual(
    file.rejected.rows.map(({ line, reason }) => `${line} ${reason}`),
    [
      '2 has 2 fields instead of 3 or 4',
      '3 rating 9 is not between 0.5 and 5',
      '4 has no user id',
      '5 rating "x" is not a number',
      '6 timestamp "-1" is not a whole number',
      '7 is cut off: the file ends inside its timestamp',
    ],
  );
});

test('a file that is missing, empty, binary, a folder or without a good row is refused', async () => {
  await withFolder({}, async (dir) => {
    await assert.rejects(readRatingsFile(join(dir, 'none')), { code: 'BAD_INPUT', message: /no such file/ });
    await assert.rejects(readRatingsFile(dir), { code: 'BAD_INPUT', message: /is not a file/ });
  });
  await assert.rejects(readText(''), { code: 'BAD_INPUT', message: /is empty/ });
  await assert.rejects(readText(Buffer.from([7, 0, 0, 1])), {
    code: 'BAD_INPUT',
    message: /not a text file/,
  });
  await assert.rejects(readText('a::b\nc\n'), { code: 'BAD_INPUT', message: /no good row \(2 rejected\)/ });
});

test('any bytes are read, rejected line by line, or refused', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 120 }),
    fc.string({ unit: fc.constantFrom(...'12\t,: \n."') }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      try {
        assert.ok((await readText(content)).length > 0);
      } catch (error) {
        assert.ok(error instanceof Error && 'code' in error && error.code === 'BAD_INPUT', String(error));
      }
    }),
    { seed: 42, numRuns: 200 },
  );
});

const ml100k = sharedData('ml-100k');
test('the published splits of 100K are read whole', { skip: ml100k.skip }, async () => {
  const [base, held] = await Promise.all(
    ['u1.base', 'u1.test'].map((name) => readRatingsFile(join(ml100k.dir, name))),
  );
  assert.deepEqual([base?.length, held?.length, base?.rejected.count], [80_000, 20_000, 0]);
});
