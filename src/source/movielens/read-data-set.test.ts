/** The four layouts, read from small folders of their form and from the real releases where they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharedData } from '../../../test/data.ts';
import { type DataSet, readRecords } from '../data-set.ts';
import { CSV_FILES, withFolder } from '../testing/folder.ts';
import { detectLayout } from './layout.ts';
import { readDataSet } from './read-data-set.ts';

const NOBODY_KNOWN = { age: null, gender: null, occupation: null };
const FLAGS_OF_COMEDY = '0|0|0|0|0|1|0|0|0|0|0|0|0|0|0|0|0|0|0';

function readFolder(files: Record<string, string | Uint8Array>): Promise<DataSet> {
  return withFolder(files, readDataSet);
}

test('100K is read from Latin-1, with the people of u.user and without a genre file', async () => {
  const dataSet = await readFolder({
    'u.data': '196\t242\t3\t881250949\r\n5\t1\t4\t881250950\r\n',
    'u.item': Buffer.from(
      `1|Misérables, Les (1995)|01-Jan-1995|||${FLAGS_OF_COMEDY}\n242|Kolya|24-Jan-1997|||${FLAGS_OF_COMEDY}\n`,
      'latin1',
    ),
    'u.user': '196|49|M|writer|55105\n',
  });
  assert.equal(dataSet.layout, 'movielens-100k');
  assert.deepEqual(readRecords(dataSet, 0, 10), [
    {
      user: { userId: '196', age: 49, gender: 'M', occupation: 'writer' },
      movie: { movieId: 242, title: 'Kolya', genres: ['Comedy'], year: 1997 },
      rating: 3,
      timestamp: 881250949,
    },
    {
      user: { userId: '5', ...NOBODY_KNOWN },
      movie: { movieId: 1, title: 'Les Misérables', genres: ['Comedy'], year: 1995 },
      rating: 4,
      timestamp: 881250950,
    },
  ]);
});

test('1M gives occupations their names', async () => {
  const dataSet = await readFolder({
    'ratings.dat': '1::1193::5::978300760\n',
    'movies.dat': "1193::One Flew Over the Cuckoo's Nest (1975)::Drama\n",
    'users.dat': '1::F::1::10::48067\n2::M::56::16::70072\n',
  });
  assert.equal(dataSet.layout, 'movielens-1m');
  assert.deepEqual(dataSet.users, [
    { userId: '1', age: 1, gender: 'F', occupation: 'K-12 student' },
    { userId: '2', age: 56, gender: 'M', occupation: 'self-employed' },
  ]);
});

test('10M is UTF-8, has half stars and no people', async () => {
  const dataSet = await readFolder({
    'ratings.dat': '1::122::3.5::838985046\n',
    'movies.dat': '122::Fabuleux destin d’Amélie Poulain, Le (2001)::Comedy|Romance\n',
  });
  assert.equal(dataSet.layout, 'movielens-10m');
  assert.equal(dataSet.movies[0]?.title, 'Le Fabuleux destin d’Amélie Poulain');
  assert.deepEqual(readRecords(dataSet, 0, 1)[0]?.user, { userId: '1', ...NOBODY_KNOWN });
  assert.equal(readRecords(dataSet, 0, 1)[0]?.rating, 3.5);
});

test('CSV has quoted titles, a byte order mark, and films without genres', async () => {
  const dataSet = await readFolder({ ...CSV_FILES, 'movies.csv': `\ufeff${CSV_FILES['movies.csv']}` });
  assert.deepEqual(
    dataSet.movies.map(({ title, genres }) => [title, genres.length]),
    [
      ['Toy Story', 3],
      ['The American President', 3],
      ['11\'09"01 - September 11', 1],
      ['Hyena Road', 0],
    ],
  );
  assert.deepEqual([dataSet.ratings.length, dataSet.users.length, dataSet.rejected.count], [3, 2, 0]);
  assert.equal(dataSet.simulated, false);
});

test('quoted numbers and a decimal that no single holds are read as they stand', async () => {
  const dataSet = await readFolder({
    ...CSV_FILES,
    'ratings.csv': '"3","1","3.7","1260759144"\n3,1,4.1,1260759145\n',
  });
  assert.deepEqual(
    readRecords(dataSet, 0, 9).map((record) => record.rating),
    [3.7, 4.1],
  );
});

test('the fingerprint follows the content', async () => {
  const files = { ...CSV_FILES };
  const [one, same, other] = await withFolder(files, async (dir) => {
    const first = await readDataSet(dir);
    const second = await readDataSet(dir);
    const changed = await withFolder({}, async () =>
      readFolder({ ...files, 'ratings.csv': '1,1,4.5,1260759144\n' }),
    );
    return [first.fingerprint, second.fingerprint, changed.fingerprint];
  });
  assert.match(one, /^[0-9a-f]{64}$/);
  assert.equal(same, one);
  assert.notEqual(other, one);
});

test('any numbers on the scale are read back as written, in every separator', async () => {
  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 2_147_483_647 }),
      fc.constantFrom(1, 11, 40, 99),
      fc.integer({ min: 1, max: 10 }).map((halves) => halves / 2),
      fc.integer({ min: 0, max: 4_294_967_295 }),
    ),
    { minLength: 1, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      const dataSet = await readFolder({
        ...CSV_FILES,
        'ratings.csv': written.map((row) => `${row.join(',')}\n`).join(''),
      });
      assert.deepEqual(
        readRecords(dataSet, 0, 99).map((r) => [
          Number(r.user.userId),
          r.movie.movieId,
          r.rating,
          r.timestamp,
        ]),
        written,
      );
    }),
    { seed: 42, numRuns: 40 },
  );
});

const ml100k = sharedData('ml-100k');
test('the real 100K reads whole', { skip: ml100k.skip }, async () => {
  assert.equal((await detectLayout(ml100k.dir)).kind, 'movielens-100k');
  const dataSet = await readDataSet(ml100k.dir);
  assert.deepEqual(
    [dataSet.ratings.length, dataSet.users.length, dataSet.movies.length, dataSet.rejected.count],
    [100_000, 943, 1682, 0],
  );
  const titles = new Map(dataSet.movies.map((movie) => [movie.movieId, movie]));
  assert.equal(titles.get(12)?.title, 'The Usual Suspects');
  assert.deepEqual(titles.get(267), { movieId: 267, title: 'unknown', genres: [], year: null });
});

const latestSmall = sharedData('ml-latest-small');
test('the real latest-small reads whole', { skip: latestSmall.skip }, async () => {
  const dataSet = await readDataSet(latestSmall.dir);
  assert.deepEqual(
    [dataSet.ratings.length, dataSet.users.length, dataSet.movies.length, dataSet.rejected.count],
    [100_004, 671, 9125, 0],
  );
});
