import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FlowTopic } from '../domain/topics.ts';
import { operate } from './operate.ts';
import { anInteraction, aProfile, aRating } from './testing/records.ts';

const window = { earliestMs: 0, latestMs: 1_700_000_000_000 };

function write(topic: FlowTopic, value: object, offset = 7) {
  const outcome = operate(topic, { value: Buffer.from(JSON.stringify(value)), offset }, window);
  assert.ok(outcome.ok);
  return outcome.value;
}

test('a rating is written with its date, at its event time and offset', () => {
  const { schemaVersion: _version, ...fields } = aRating();
  assert.deepEqual(write('movies', aRating()), {
    list: 'ratings',
    item: { ...fields, formatted_date: '04-12-1997 15:55:49', eventTime: 881_250_949_000, offset: 7 },
  });
});

test('the time that the server stamped is the version', () => {
  const { item } = write('movies', aRating({ eventTime: 881_250_949_321 }));
  assert.equal(item.eventTime, 881_250_949_321);
});

test('a rating taken back is written as null', () => {
  const { list, item } = write('movies', aRating({ rating: null }));
  assert.equal(list === 'ratings' && item.rating, null);
});

test('interactions and profiles go to their own lists', () => {
  const { schemaVersion: _version, kind: _kind, ...document } = anInteraction();
  assert.deepEqual(write('interactions', anInteraction()), {
    list: 'interactions',
    item: { ...document, offset: 7 },
  });
  const profile = aProfile();
  assert.deepEqual(write('interactions', profile), {
    list: 'users',
    item: { ...profile.user, eventTime: profile.eventTime, offset: 7 },
  });
});

test('no record makes an operator throw', () => {
  const json = fc.record(
    {
      schemaVersion: fc.constant(1),
      kind: fc.constantFrom('interaction', 'profile'),
      user: fc.jsonValue(),
      movie: fc.jsonValue(),
      rating: fc.jsonValue(),
      timestamp: fc.oneof(fc.jsonValue(), fc.double()),
      eventTime: fc.oneof(fc.jsonValue(), fc.double()),
    },
    { requiredKeys: ['schemaVersion'] },
  );
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
    json.map((value) => Buffer.from(JSON.stringify(value))),
  );
  fc.assert(
    fc.property(fc.constantFrom('movies' as const, 'interactions' as const), bytes, (topic, value) => {
      const outcome = operate(topic, { value, offset: 0 }, window);
      assert.ok(outcome.ok || outcome.reason.message.length > 0);
    }),
    { seed: 1, numRuns: 1_000 },
  );
});
