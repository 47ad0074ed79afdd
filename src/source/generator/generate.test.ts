/** What the generator promises: reproducible, of the exact size, shaped like people, and learnable. */
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { MatineeError } from '../../domain/errors.ts';
import { type DataSet, readRecords } from '../data-set.ts';
import { readDataSet } from '../movielens/read-data-set.ts';
import { withFolder } from '../testing/folder.ts';
import { activityOf } from './activity.ts';
import { generateRatings } from './generate.ts';
import { createRandom, createWeightedDraw } from './random.ts';
import { generateDataSet, sampleDataSet } from './sample.ts';
import { writeDataSet } from './write-data-set.ts';

const SMALL = { users: 60, movies: 400, ratings: 3000, seed: 7 };
const sample = sampleDataSet();

test('the sample is simulated, of the promised size, with demographics, and always the same', () => {
  assert.deepEqual([sample.simulated, sample.users.length, sample.ratings.length], [true, 1000, 100_000]);
  assert.ok(sample.movies.length > 2500);
  assert.ok(
    sample.users.every(
      ({ age, gender, occupation }) => age !== null && gender !== null && occupation !== null,
    ),
  );
  assert.equal(sampleDataSet().fingerprint, sample.fingerprint);
});

test('another seed gives other ratings, and more people leave the first ones with their tastes', () => {
  assert.notEqual(
    generateDataSet('a', SMALL).fingerprint,
    generateDataSet('a', { ...SMALL, seed: 8 }).fingerprint,
  );
  const [first] = generateRatings(SMALL).people;
  const [again] = generateRatings({ ...SMALL, users: 90, ratings: 4000 }).people;
  assert.deepEqual(again?.user, first?.user);
});

test('nobody rates a film twice, values lie on the scale, times ascend within the period', () => {
  const period = { from: Date.UTC(2020, 0, 1) / 1000, until: Date.UTC(2021, 0, 1) / 1000 };
  for (const scale of ['half-stars', 'whole-stars'] as const) {
    for (const { movies, values, timestamps } of generateRatings({ ...SMALL, scale, period }).people) {
      assert.equal(new Set(movies).size, movies.length);
      const step = scale === 'half-stars' ? 0.5 : 1;
      assert.ok(values.every((value) => value >= step && value <= 5 && Number.isInteger(value / step)));
      assert.deepEqual(timestamps, timestamps.toSorted());
      assert.ok(timestamps.every((time) => time >= period.from && time < period.until));
    }
  }
});

test('the number of ratings is exact for any possible numbers, down to everyone rating everything', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (users, movies, share) => {
        const ratings = Math.max(users, Math.round(users * movies * share));
        const counts = activityOf({ users, movies, ratings, seed: 3 });
        assert.equal(
          counts.reduce((sum, count) => sum + count, 0),
          ratings,
        );
        assert.ok(counts.every((count) => count >= 1 && count <= movies));
      },
    ),
    { seed: 42, numRuns: 300 },
  );
  assert.equal(generateDataSet('full', { users: 5, movies: 9, ratings: 45, seed: 1 }).ratings.length, 45);
});

test('numbers that cannot be are refused', () => {
  for (const [broken, message] of [
    [{ users: 0 }, /cannot generate 0 users/],
    [{ movies: 1.5 }, /cannot generate 1.5 movies/],
    [{ ratings: 24_001 }, /60 people cannot give 24001 ratings to 400 films/],
    [{ ratings: 59 }, /60 people cannot give 59 ratings/],
    [{ seed: -1 }, /the seed -1/],
  ] as const) {
    assert.throws(
      () => generateRatings({ ...SMALL, ...broken }),
      (error) => error instanceof MatineeError && error.code === 'USAGE' && message.test(error.message),
    );
  }
});

test('fame and activity have long tails, and the stars are those of people', () => {
  const films = countsOf(sample.ratings.movies, sample.movies.length);
  const people = countsOf(sample.ratings.users, sample.users.length);
  const top = (counts: number[], share: number) =>
    counts.slice(0, counts.length * share).reduce((a, b) => a + b, 0);
  assert.ok(top(films, 0.1) > 0.4 * 100_000, 'a tenth of the films has two fifths of the ratings');
  assert.ok((people[0] ?? 0) > 8 * (people[500] ?? 0) && (people.at(-1) ?? 0) >= 20);
  const mean = sample.ratings.values.reduce((sum, value) => sum + value, 0) / 100_000;
  assert.ok(mean > 3.2 && mean < 3.8, `mean rating ${mean}`);
});

test('factors predict ratings much better than the biases of people and films do', () => {
  const biases = heldOutRmse(sample, 0);
  const factors = heldOutRmse(sample, 8);
  assert.ok(factors < 0.93 * biases, `${factors.toFixed(3)} against ${biases.toFixed(3)}`);
});

test('films beyond the catalogue are invented and say so', () => {
  const { movies } = generateRatings({ users: 1, movies: 4000, ratings: 1, seed: 1 });
  assert.equal(movies.length, 4000);
  const invented = movies.filter((movie) => movie.title.endsWith(`[invented ${movie.movieId}]`));
  assert.equal(invented.length, 4000 - sample.movies.length);
});

test('what is written is read back equal, and says that it is simulated', () =>
  withFolder({}, async (dir) => {
    const out = join(dir, 'small');
    const steps: number[] = [];
    await writeDataSet(out, SMALL, { onProgress: ({ done }) => steps.push(done) });
    const read = await readDataSet(out);
    const made = generateDataSet('small', SMALL);
    assert.deepEqual([read.simulated, read.rejected.count, read.layout], [true, 0, 'movielens-csv']);
    assert.deepEqual(read.movies, made.movies);
    assert.deepEqual(read.users, made.users);
    assert.deepEqual(readRecords(read, 0, 9999), readRecords(made, 0, 9999));
    assert.equal(steps.at(-1), SMALL.ratings);
    assert.match(await readFile(join(out, 'README.txt'), 'utf8'), /No person gave these ratings/);
  }));

test('a folder that holds something is left alone, and an abort leaves nothing behind', () =>
  withFolder({}, async (dir) => {
    const used = join(dir, 'used');
    await mkdir(used);
    await writeFile(join(used, 'mine.txt'), 'mine');
    await assert.rejects(writeDataSet(used, SMALL), { code: 'CONFLICT' });
    await assert.rejects(writeDataSet(join(dir, 'new'), SMALL, { signal: AbortSignal.abort() }), {
      code: 'CANCELLED',
    });
    assert.deepEqual(await readdir(dir), ['used']);
  }));

test('weighted draws follow their weights', () => {
  const draw = createWeightedDraw(Float64Array.of(1, 0, 3));
  const random = createRandom(1);
  const counts = [0, 0, 0];
  for (let i = 0; i < 40_000; i += 1) {
    const place = draw(random);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const [one = 0, none = 0, three = 0] = counts;
  assert.equal(none, 0);
  assert.ok(Math.abs(three / one - 3) < 0.2, `${three} to ${one}`);
});

function countsOf(places: Int32Array, length: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const place of places) counts[place] = (counts[place] ?? 0) + 1;
  return counts.sort((a, b) => b - a);
}

/** RMSE on every fifth rating of plain gradient descent with so many factors, on the others. */
function heldOutRmse({ ratings, users, movies }: DataSet, rank: number): number {
  const random = createRandom(5);
  const mean = ratings.values.reduce((sum, value) => sum + value, 0) / ratings.length;
  const userBias = new Float64Array(users.length);
  const movieBias = new Float64Array(movies.length);
  const p = Float64Array.from({ length: users.length * rank }, () => 0.1 * random.gaussian());
  const q = Float64Array.from({ length: movies.length * rank }, () => 0.1 * random.gaussian());
  const visit = (held: boolean, learn: boolean): number => {
    let squares = 0;
    for (let i = 0; i < ratings.length; i += 1) {
      if ((i % 5 === 0) !== held) continue;
      const u = ratings.users[i] ?? 0;
      const m = ratings.movies[i] ?? 0;
      let error = (ratings.values[i] ?? 0) - mean - (userBias[u] ?? 0) - (movieBias[m] ?? 0);
      for (let k = 0; k < rank; k += 1) error -= (p[u * rank + k] ?? 0) * (q[m * rank + k] ?? 0);
      squares += error * error;
      if (!learn) continue;
      userBias[u] = (userBias[u] ?? 0) + 0.01 * (error - 0.05 * (userBias[u] ?? 0));
      movieBias[m] = (movieBias[m] ?? 0) + 0.01 * (error - 0.05 * (movieBias[m] ?? 0));
      for (let k = 0; k < rank; k += 1) {
        const a = p[u * rank + k] ?? 0;
        const b = q[m * rank + k] ?? 0;
        p[u * rank + k] = a + 0.02 * (error * b - 0.06 * a);
        q[m * rank + k] = b + 0.02 * (error * a - 0.06 * b);
      }
    }
    return squares;
  };
  for (let round = 0; round < 20; round += 1) visit(false, true);
  return Math.sqrt(visit(true, false) / (ratings.length / 5));
}
