import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { testPseudonymiser } from '../../test/producer-run.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import { toFlowRecord } from './flow-record.ts';
import { sourceRatings } from './testing/source.ts';

const [RATING] = sourceRatings(1);
assert.ok(RATING);

function recordOf(result: unknown): JsonObject {
  const { value, reason } = toFlowRecord(result, testPseudonymiser);
  assert.equal(reason, null);
  const record: unknown = JSON.parse(value);
  assert.ok(isJsonObject(record));
  return record;
}

const userOf = (changes: JsonObject) => recordOf({ ...RATING, user: { ...RATING.user, ...changes } }).user;
const movieOf = (movie: unknown) => recordOf({ ...RATING, movie }).movie;

test('a person becomes a pseudonym and a band, with nothing else of theirs', () => {
  const { gender, occupation } = RATING.user;
  const expected = { userId: 'pseudonym-of----------1', ageBand: '18-24', gender, occupation };
  assert.deepEqual(userOf({ name: 'Alice', zip: '85711' }), expected);
});

test('foreign shapes of a person are read', () => {
  const numbered = toFlowRecord({ ...RATING, user: { userId: 42 } }, testPseudonymiser);
  const digits = toFlowRecord({ ...RATING, user: { userId: '42' } }, testPseudonymiser);
  assert.deepEqual(numbered, digits);
  const band = (age: unknown) => {
    const user = userOf({ age });
    return isJsonObject(user) ? user.ageBand : undefined;
  };
  assert.deepEqual([17, '33', 56.5, 0].map(band), ['under-18', '25-34', '56-plus', 'under-18']);
  assert.deepEqual([null, undefined, -1, 151, 'old', '1e2', {}].map(band), Array(7).fill(null));
  const user = userOf({ occupation: 7, gender: undefined });
  assert.ok(isJsonObject(user));
  assert.deepEqual([user.occupation, user.gender], ['7', null]);
});

test('titles with their year are taken apart, titles without are kept', () => {
  const { movieId, genres } = RATING.movie;
  const film = (fields: JsonObject) => {
    const movie = movieOf({ movieId, genres, ...fields });
    return isJsonObject(movie) ? [movie.title, movie.year] : [];
  };
  assert.deepEqual(film({ title: 'Usual Suspects, The (1995)' }), ['The Usual Suspects', 1995]);
  assert.deepEqual(film({ title: 'Usual Suspects, The (1995)', year: 1995 }), ['The Usual Suspects', 1995]);
  assert.deepEqual(film({ title: 'The Usual Suspects', year: 1995 }), ['The Usual Suspects', 1995]);
  assert.deepEqual(film({ title: 'Heat', year: null }), ['Heat', null]);
  assert.deepEqual(film({ title: '1984 (1956)', year: 1984 }), ['1984 (1956)', 1984]);
  assert.deepEqual(film({ title: 7 }), [7, null]);
});

test('values are left for the consumer to clean, one definition for all', () => {
  const record = recordOf({ ...RATING, rating: '4', timestamp: '880000000123' });
  assert.deepEqual([record.rating, record.timestamp], ['4', '880000000123']);
  assert.equal(recordOf({ ...RATING, timestamp: undefined }).timestamp, null);
});

test('a result without a rating is never a rating taken back', () => {
  for (const rating of [null, undefined, {}, [3]]) {
    const { value, reason } = toFlowRecord({ ...RATING, rating }, testPseudonymiser);
    assert.equal(reason?.code, 'bad-rating');
    const kept: unknown = JSON.parse(value);
    assert.ok(isJsonObject(kept) && !('rating' in kept));
  }
});

test('no result makes it throw, and its size has a bound', () => {
  const wild = fc.record(
    { user: fc.jsonValue(), movie: fc.jsonValue(), rating: fc.jsonValue(), timestamp: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), wild), (result) => {
      JSON.parse(toFlowRecord(result, testPseudonymiser).value);
    }),
    { seed: 1, numRuns: 500 },
  );
  const long = 'x'.repeat(100_000);
  const huge = {
    user: { userId: '1', gender: long, occupation: long },
    movie: { movieId: long, title: long, genres: Array(1_000).fill(long), year: long },
    rating: long,
    timestamp: long,
  };
  assert.ok(toFlowRecord(huge, testPseudonymiser).value.length < 64_000);
});
