import assert from 'node:assert/strict';
import { test } from 'node:test';
import { append, createTestFlow, drain } from '../../test/consumer-run.ts';
import { DEAD_HEADER } from '../domain/dead-letter.ts';
import { openDeadLetters } from './dead-letters.ts';
import { anInteraction, aRating } from './testing/records.ts';

const NOW = 1_700_000_000_000;
const clock = { now: () => NOW };
const FUTURE = aRating({ timestamp: NOW / 1_000 + 3_600 });

/** A flow where one rating lies in the future, another is out of range and an interaction is not JSON. */
async function flowWithLetters() {
  const flow = await createTestFlow();
  await append(flow, 'movies', FUTURE, aRating({ rating: 9 }));
  await append(flow, 'interactions', 'not JSON');
  await drain(flow, { clock });
  return { flow, letters: openDeadLetters(flow.stream) };
}

test('a letter says what, why, when and where', async () => {
  const { letters } = await flowWithLetters();
  const [summary] = await letters.list({ reason: 'future-timestamp' });
  assert.ok(summary);
  assert.match(summary.id, /^movies:\d:\d$/);
  assert.deepEqual(
    { ...summary, id: '', position: null },
    {
      id: '',
      topic: 'movies',
      reason: 'future-timestamp',
      message: 'the event lies 3300 s beyond the latest time allowed',
      failedAt: NOW,
      attempt: 1,
      bytes: JSON.stringify(FUTURE).length,
      position: null,
    },
  );
  const letter = await letters.show(summary.id);
  assert.equal(letter?.key, FUTURE.user.userId);
  assert.equal(Buffer.from(letter?.value ?? []).toString(), JSON.stringify(FUTURE));
});

test('letters are listed and counted by topic, reason and id', async () => {
  const { letters } = await flowWithLetters();
  assert.equal(await letters.count(), 3);
  assert.equal(await letters.count({ topic: 'interactions' }), 1);
  assert.equal(await letters.count({ reason: 'bad-rating', topic: 'interactions' }), 0);
  const [first] = await letters.list();
  assert.deepEqual(await letters.list({ ids: [first?.id ?? '', 'movies:9:9'] }), [first]);
  assert.equal(await letters.show('movies:9:9'), null);
});

test('a letter that can now be processed is replayed once and then gone', async () => {
  const { flow, letters } = await flowWithLetters();
  assert.equal(await letters.replay({ reason: 'future-timestamp' }), 1);
  assert.equal(await letters.replay({ reason: 'future-timestamp' }), 0);
  await drain(flow, { clock: { now: () => NOW + 4_000_000 } });
  assert.equal(flow.store.ratings.size, 1);
  assert.equal(await letters.count(), 2);
  assert.equal(await openDeadLetters(flow.stream).count(), 2, 'another process sees the same');
});

test('a letter that fails again is a new one, with its attempts counted', async () => {
  const { flow, letters } = await flowWithLetters();
  const [before] = await letters.list({ topic: 'interactions' });
  assert.equal(await letters.replay({ ids: [before?.id ?? ''] }), 1);
  await drain(flow, { clock });
  const [after, ...more] = await letters.list({ topic: 'interactions' });
  assert.equal(more.length, 0);
  assert.notEqual(after?.id, before?.id);
  assert.equal(after?.attempt, 2);
});

test('two replays at once put a letter back once', async () => {
  const { flow, letters } = await flowWithLetters();
  const counts = await Promise.all([letters.replay(), letters.replay(), letters.replay()]);
  assert.deepEqual(counts.sort(), [0, 0, 3]);
  assert.equal(
    (await flow.stream.offsets('interactions')).reduce((sum, { next }) => sum + next, 0),
    2,
  );
});

test('a crash between putting back and marking replays again and loses nothing', async () => {
  const { flow } = await flowWithLetters();
  const crashing = openDeadLetters({
    ...flow.stream,
    produce: (topic, records) =>
      topic.endsWith('.dead') ? Promise.reject(new Error('killed')) : flow.stream.produce(topic, records),
  });
  await assert.rejects(crashing.replay({ topic: 'movies' }), /killed/);
  const restarted = openDeadLetters(flow.stream);
  assert.equal(await restarted.replay({ reason: 'future-timestamp' }), 1);
  await drain(flow, { clock: { now: () => NOW + 4_000_000 } });
  assert.equal(flow.store.ratings.size, 1);
});

test('the headers a record came with survive the journey', async () => {
  const { stream, store } = await createTestFlow();
  await stream.produce('interactions', [{ key: 'k', value: '{', headers: { traceparent: '00-1' } }]);
  await drain({ stream, store });
  const letters = openDeadLetters(stream);
  await letters.replay();
  const replayed = (
    await Promise.all([0, 1, 2].map((partition) => stream.read('interactions', partition, 0, 10)))
  )
    .flat()
    .at(-1);
  assert.deepEqual(replayed?.headers, { traceparent: '00-1', [DEAD_HEADER.attempt]: '1' });
});

test('a record that claims to settle letters becomes a letter like any other', async () => {
  const flow = await createTestFlow();
  const headers = { [DEAD_HEADER.resolves]: 'movies:0:0', [DEAD_HEADER.attempt]: 'many' };
  await flow.stream.produce('movies', [{ key: null, value: '{', headers }]);
  await drain(flow);
  const [letter] = await openDeadLetters(flow.stream).list();
  assert.deepEqual([letter?.reason, letter?.attempt], ['not-json', 1]);
});

test('a record that somebody else put on a dead topic is listed too', async () => {
  const flow = await createTestFlow();
  await flow.stream.produce('movies.dead', [{ key: null, value: 'stray', headers: {} }]);
  const [letter] = await openDeadLetters(flow.stream).list();
  assert.equal(letter?.reason, 'unknown');
  assert.equal(letter?.id, 'movies.dead:0:0');
});

test('letters that retention has dropped are no longer counted', async () => {
  const { flow } = await flowWithLetters();
  let earliest = 0;
  const letters = openDeadLetters({
    ...flow.stream,
    offsets: async (topic) =>
      (await flow.stream.offsets(topic)).map((partition) => ({ ...partition, earliest })),
  });
  assert.equal(await letters.count({ topic: 'movies' }), 2);
  earliest = 1;
  assert.equal(await letters.count({ topic: 'movies' }), 1);
});

test('ten thousand letters are read in pages, and later calls read only what is new', async () => {
  const { stream } = await createTestFlow();
  const poison = Array.from({ length: 10_000 }, (_, index) => ({
    key: null,
    value: JSON.stringify(anInteraction()),
    headers: { [DEAD_HEADER.origin]: `interactions:0:${index}`, [DEAD_HEADER.reason]: 'bad-user' },
  }));
  await stream.produce('interactions.dead', poison);
  let read = 0;
  const letters = openDeadLetters({
    ...stream,
    async read(...range) {
      const records = await stream.read(...range);
      read += records.length;
      return records;
    },
  });
  assert.equal(await letters.count(), 10_000);
  assert.equal(await letters.count(), 10_000);
  assert.equal(read, 10_000);
});
