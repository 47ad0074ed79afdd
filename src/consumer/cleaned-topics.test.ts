/** The consumer behind Spark: what lies on `movies.clean` is indexed, or turned away, as if it came from `movies`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTestFlow, drain } from '../../test/consumer-run.ts';
import { CLEAN_TOPIC, CLEANED_TOPICS, ORIGIN_HEADER } from '../domain/topics.ts';
import { openDeadLetters } from './dead-letters.ts';
import { cleanTopic } from './flow-topics.ts';
import { anInteraction, aRating } from './testing/records.ts';

async function flowBehindSpark(records: { value: string; headers?: Record<string, string> }[]) {
  const flow = await createTestFlow();
  await flow.stream.ensureTopics([cleanTopic(3)]);
  const { userId } = aRating().user;
  await flow.stream.produce('movies', [{ key: userId, value: JSON.stringify(aRating()) }]);
  await flow.stream.produce('interactions', [{ key: userId, value: JSON.stringify(anInteraction()) }]);
  await flow.stream.produce(
    CLEAN_TOPIC,
    records.map((record) => ({ key: userId, ...record })),
  );
  await drain(flow, { topics: CLEANED_TOPICS });
  return { ...flow, letters: openDeadLetters(flow.stream) };
}

test('cleaned ratings are indexed, and so is what Spark left as it came', async () => {
  const dirty = { ...aRating({ timestamp: 881_250_950 }), rating: ' 4.5 ' };
  const { store, letters } = await flowBehindSpark([
    { value: JSON.stringify(aRating()) },
    { value: JSON.stringify(dirty) },
  ]);
  assert.equal(store.ratings.size, 1);
  assert.deepEqual(
    [...store.ratings.values()].map(({ rating }) => rating),
    [4.5],
  );
  assert.equal(store.interactions.size, 1);
  assert.equal(await letters.count(), 0);
});

test('a letter names the record of `movies` that Spark read, and lies with its letters', async () => {
  const { letters } = await flowBehindSpark([
    { value: 'not JSON', headers: { [ORIGIN_HEADER]: 'movies:2:41' } },
    { value: 'nor this', headers: { [ORIGIN_HEADER]: 'anything else' } },
  ]);
  const ids = (await letters.list({ topic: 'movies' })).map(({ id }) => id).sort();
  assert.match(ids[0] ?? '', /^movies\.clean:\d:1$/);
  assert.equal(ids[1], 'movies:2:41');
});
