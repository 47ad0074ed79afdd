/** What waits in the flow, with and without Spark before the indexer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryStream } from '../../../test/memory-stream.ts';
import {
  CLEAN_TOPIC,
  CLEANED_TOPICS,
  FLOW_TOPICS,
  INTERACTIONS_TOPIC,
  MOVIES_TOPIC,
  ORIGIN_HEADER,
} from '../../domain/topics.ts';
import { indexedPartitions, indexerLag } from './partitions.ts';

async function flow(partitions: number) {
  const stream = createMemoryStream();
  await stream.ensureTopics(
    [MOVIES_TOPIC, CLEAN_TOPIC, INTERACTIONS_TOPIC].map((name) => ({ name, partitions, retentionMs: null })),
  );
  return stream;
}

const record = (headers: Record<string, string> = {}) => ({ key: 'person', value: 'x', headers });

test('behind Spark, what it has not cleaned waits too, by the origin of what it wrote last', async () => {
  const stream = await flow(1);
  await stream.produce(
    MOVIES_TOPIC,
    Array.from({ length: 10 }, () => record()),
  );
  assert.equal(await indexerLag(stream, CLEANED_TOPICS), 10);
  await stream.produce(
    CLEAN_TOPIC,
    [3, 6].map((offset) => record({ [ORIGIN_HEADER]: `movies:0:${offset}` })),
  );
  const waiting = (await indexedPartitions(stream, CLEANED_TOPICS)).map(({ topic, lag }) => [topic, lag]);
  assert.deepEqual(waiting, [
    [MOVIES_TOPIC, 3],
    [CLEAN_TOPIC, 2],
    [INTERACTIONS_TOPIC, 0],
  ]);
});

test('a partition that Spark has not come to waits whole; without Spark only what is read is named', async () => {
  const stream = await flow(2);
  await stream.produce(
    MOVIES_TOPIC,
    Array.from({ length: 4 }, () => record()),
  );
  assert.equal(await indexerLag(stream, CLEANED_TOPICS), 4);
  const topics = new Set((await indexedPartitions(stream, FLOW_TOPICS)).map(({ topic }) => topic));
  assert.deepEqual([...topics], [...FLOW_TOPICS]);
});
