import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import { cleanData } from './clean-data.ts';
import { anInteraction, aProfile, aRating } from './testing/records.ts';

function clean(topic: 'movies' | 'interactions', raw: JsonObject): JsonObject {
  const outcome = cleanData(topic, raw);
  assert.ok(outcome.ok);
  return outcome.value.fields;
}

const cleanRating = (changes: JsonObject) => clean('movies', { ...aRating(), ...changes });
function cleanMovie(changes: JsonObject): JsonObject {
  const { movie } = cleanRating({ movie: { ...aRating().movie, ...changes } });
  assert.ok(isJsonObject(movie));
  return movie;
}

test('a record that is clean only gains its date', () => {
  assert.deepEqual(clean('movies', aRating()), { ...aRating(), formatted_date: '04-12-1997 15:55:49' });
  assert.deepEqual(clean('interactions', anInteraction()), anInteraction());
  assert.deepEqual(clean('interactions', aProfile()), aProfile());
});

test('timestamps become whole seconds', () => {
  for (const [raw, seconds] of [
    ['881250949', 881_250_949],
    [' 881250949 ', 881_250_949],
    [881_250_949.9, 881_250_949],
    ['881250949.25', 881_250_949],
    [881_250_949_123, 881_250_949],
    ['881250949123', 881_250_949],
    [100_000_000_000, 100_000_000],
    [99_999_999_999, 99_999_999_999],
  ]) {
    assert.equal(cleanRating({ timestamp: raw }).timestamp, seconds, String(raw));
  }
});

test('what is no timestamp stays as it was, for validation to turn away', () => {
  for (const raw of ['', 'yesterday', '0x10', '1e9', null, true, [881250949], 1e14]) {
    assert.deepEqual(cleanRating({ timestamp: raw }).timestamp, raw);
  }
});

test('ids, ratings and years become numbers', () => {
  assert.equal(cleanMovie({ movieId: '242' }).movieId, 242);
  assert.equal(cleanMovie({ year: '1997' }).year, 1997);
  assert.equal(cleanMovie({ year: undefined }).year, null);
  assert.equal(cleanRating({ rating: '3.5' }).rating, 3.5);
  assert.equal(cleanRating({ rating: null }).rating, null);
  assert.equal(cleanRating({ eventTime: '881250949123.9' }).eventTime, 881_250_949_123);
  assert.equal('eventTime' in cleanRating({ eventTime: null }), false);
});

test('titles are one line of composed characters', () => {
  assert.equal(cleanMovie({ title: '  Ame\u0301lie \t\n 2 ' }).title, 'Am\u00e9lie 2');
});

test('genres become a list without repetitions', () => {
  assert.deepEqual(cleanMovie({ genres: 'Drama|Comedy|Drama|' }).genres, ['Drama', 'Comedy']);
  assert.deepEqual(cleanMovie({ genres: [' Drama ', 'Drama', ''] }).genres, ['Drama']);
  assert.deepEqual(cleanMovie({ genres: ['(no genres listed)'] }).genres, []);
});

test('a person keeps four fields; what is unknown is null', () => {
  const { userId } = aRating().user;
  const { user } = cleanRating({ user: { userId, gender: ' ', name: 'Alice', age: 33 } });
  assert.deepEqual(user, { userId, ageBand: null, gender: null, occupation: null });
});

test('fields that the schema does not know are dropped', () => {
  assert.deepEqual(
    Object.keys(cleanRating({ email: 'a@b.c', formatted_date: 'x' })),
    Object.keys(cleanRating({})),
  );
  assert.equal('extra' in clean('interactions', { ...anInteraction(), extra: 1 }), false);
});

test('another version or kind is turned away', () => {
  for (const schemaVersion of [0, 2, '1', null, undefined]) {
    const outcome = cleanData('movies', { ...aRating(), schemaVersion });
    assert.equal(outcome.ok ? 'ok' : outcome.reason.code, 'unknown-version');
  }
  for (const kind of ['rating', '', null, undefined, '__proto__']) {
    const outcome = cleanData('interactions', { ...anInteraction(), kind });
    assert.equal(outcome.ok ? 'ok' : outcome.reason.code, 'unknown-kind');
  }
});

test('cleaning what is clean changes nothing, whatever it was', () => {
  const field = fc.oneof(
    fc.jsonValue(),
    fc.double().map(String),
    fc.integer({ min: 0, max: 3e12 }).map(String),
    fc.string({ unit: 'binary' }),
    fc.maxSafeNat(),
  );
  const object = (keys: readonly string[]) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, field])), { requiredKeys: [] });
  const record = fc.record({
    schemaVersion: fc.constant(1),
    kind: fc.constantFrom('interaction', 'profile'),
    user: fc.oneof(field, object(Object.keys(aRating().user))),
    movie: fc.oneof(field, object(Object.keys(aRating().movie))),
    rating: field,
    timestamp: field,
    eventTime: field,
    id: field,
    movieId: field,
    position: field,
    recommendationId: field,
  });
  fc.assert(
    fc.property(record, fc.constantFrom('movies' as const, 'interactions' as const), (raw, topic) => {
      const once = clean(topic, raw);
      assert.deepEqual(clean(topic, once), once);
    }),
    { seed: 1, numRuns: 500 },
  );
});
