import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../domain/json.ts';
import type { FlowTopic } from '../domain/topics.ts';
import { cleanData } from './clean-data.ts';
import { anInteraction, aProfile, aRating } from './testing/records.ts';
import { validate } from './validate.ts';

const NOW = 1_700_000_000_000;
const window = { earliestMs: 0, latestMs: NOW };

function verdict(topic: FlowTopic, raw: JsonObject, limits = window): { code: string; message: string } {
  const cleaned = cleanData(topic, raw);
  assert.ok(cleaned.ok);
  const outcome = validate(cleaned.value, limits);
  return outcome.ok ? { code: 'ok', message: '' } : outcome.reason;
}

const rating = (changes: JsonObject) => verdict('movies', { ...aRating(), ...changes });
const interaction = (changes: JsonObject) => verdict('interactions', { ...anInteraction(), ...changes });

test('whole records pass', () => {
  assert.equal(rating({}).code, 'ok');
  assert.equal(rating({ rating: null }).code, 'ok');
  assert.equal(rating({ rating: 0.5, eventTime: NOW }).code, 'ok');
  assert.equal(interaction({}).code, 'ok');
  assert.equal(interaction({ recommendationId: undefined, position: undefined }).code, 'ok');
  assert.equal(verdict('interactions', { ...aProfile() }).code, 'ok');
});

test('the first broken field names the reason', () => {
  const { user, movie } = aRating();
  const cases: [string, JsonObject][] = [
    ['bad-user', { user: null }],
    ['bad-user', { user: { ...user, userId: '196' } }],
    ['bad-user', { user: { ...user, userId: 'a person of some name' } }],
    ['bad-user', { user: { ...user, ageBand: '33' } }],
    ['bad-movie', { movie: 'Kolya' }],
    ['bad-movie', { movie: { ...movie, movieId: 0 } }],
    ['bad-movie', { movie: { ...movie, movieId: 2 ** 31 } }],
    ['bad-movie', { movie: { ...movie, title: '' } }],
    ['bad-movie', { movie: { ...movie, genres: [7] } }],
    ['bad-movie', { movie: { ...movie, year: 1066 } }],
    ['bad-rating', { rating: 0 }],
    ['bad-rating', { rating: 5.5 }],
    ['bad-rating', { rating: 'five' }],
    ['bad-rating', { rating: undefined }],
    ['bad-timestamp', { timestamp: -1 }],
    ['bad-timestamp', { timestamp: 'now' }],
    ['bad-timestamp', { timestamp: undefined }],
    ['bad-timestamp', { eventTime: -5 }],
  ];
  for (const [code, changes] of cases) assert.equal(rating(changes).code, code, JSON.stringify(changes));
});

test('interactions have reasons of their own', () => {
  assert.equal(interaction({ type: 'buy' }).code, 'bad-interaction');
  assert.equal(interaction({ id: '' }).code, 'bad-interaction');
  assert.equal(interaction({ position: 0 }).code, 'bad-interaction');
  assert.equal(interaction({ movieId: 'x' }).code, 'bad-movie');
  assert.equal(interaction({ eventTime: null }).code, 'bad-timestamp');
});

test('the message says what is missing or wrong, and quotes no value', () => {
  assert.equal(rating({ rating: 9 }).message, 'rating is not a number from 0.5 to 5, or null');
  assert.match(rating({ timestamp: undefined }).message, /^timestamp is missing: it must be a whole number/);
  assert.doesNotMatch(rating({ user: { userId: 'alice' } }).message, /alice/);
});

test('an event beyond the clock and its tolerance is turned away, at the limit it passes', () => {
  assert.equal(rating({ timestamp: NOW / 1_000 }).code, 'ok');
  assert.equal(rating({ timestamp: NOW / 1_000 + 1 }).code, 'future-timestamp');
  assert.equal(rating({ eventTime: NOW + 1 }).code, 'future-timestamp');
  assert.equal(interaction({ eventTime: NOW + 1 }).code, 'future-timestamp');
  assert.equal(verdict('interactions', { ...aProfile(), eventTime: NOW + 1 }).code, 'future-timestamp');
});

test('an event before the earliest time allowed is turned away', () => {
  const from1995 = { earliestMs: Date.UTC(1995, 0), latestMs: NOW };
  assert.equal(verdict('movies', { ...aRating(), timestamp: 0 }, from1995).code, 'bad-timestamp');
  assert.equal(verdict('movies', { ...aRating() }, from1995).code, 'ok');
});
