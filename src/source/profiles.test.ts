import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DataSet } from './data-set.ts';
import { generateDataSet, sampleDataSet } from './generator/sample.ts';
import { profilesOf } from './profiles.ts';

const sample = sampleDataSet();

test('people of the sample differ in age, gender, occupation, activity and taste, and are always the same', () => {
  const profiles = profilesOf(sample, 12);
  assert.equal(profiles.length, 12);
  assert.deepEqual(profilesOf(sample, 12), profiles);
  const kinds = (of: (profile: (typeof profiles)[number]) => unknown) => new Set(profiles.map(of)).size;
  assert.equal(
    kinds((profile) => profile.userId),
    12,
  );
  assert.ok(kinds((profile) => profile.ageBand) >= 5);
  assert.equal(
    kinds((profile) => profile.gender),
    2,
  );
  assert.ok(kinds((profile) => profile.occupation) >= 8);
  assert.ok(kinds((profile) => profile.favouriteGenres[0]) >= 6);
  assert.ok(profiles.every(({ ratings, favouriteGenres }) => ratings >= 15 && favouriteGenres.length === 3));
});

test('a favourite genre is one that a person rates more than others do', () => {
  const [first] = profilesOf(sample, 1);
  const genre = first?.favouriteGenres[0] ?? '';
  const place = sample.users.findIndex((user) => user.userId === first?.userId);
  assert.ok(shareOf(sample, genre, place) > shareOf(sample, genre, null));
});

test('a data set with fewer people than asked for, or with little activity, gives those it has', () => {
  assert.equal(
    profilesOf(generateDataSet('few', { users: 3, movies: 50, ratings: 90, seed: 1 }), 10).length,
    3,
  );
  assert.equal(
    profilesOf(generateDataSet('idle', { users: 5, movies: 50, ratings: 10, seed: 1 }), 2).length,
    2,
  );
});

/** The share of a person's ratings, or of everyone's, that go to a genre. */
function shareOf({ ratings, movies }: DataSet, genre: string, user: number | null): number {
  const rows = [...ratings.users.keys()].filter((row) => user === null || ratings.users[row] === user);
  return rows.filter((row) => movies[ratings.movies[row] ?? -1]?.genres.includes(genre)).length / rows.length;
}
