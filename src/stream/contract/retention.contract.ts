/** The contract on retention: what is too old goes, from the oldest on, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../../test/until.ts';
import type { Stream } from '../stream.ts';
import { everything, newTopic, numbered, take, textOf, uniqueName } from './fixture.contract.ts';

const HOUR_MS = 3_600_000;

export function retentionContract(stream: () => Stream): void {
  test('drops what is older than the retention and keeps the rest', async () => {
    const topic = await newTopic(stream(), 1, HOUR_MS);
    await stream().produce(topic, numbered(5));
    const [old] = await stream().read(topic, 0, 0, 1);
    await until('the clock goes on', () => Date.now() > (old?.timestamp ?? 0) + 20);
    await stream().produce(topic, [{ key: 'k', value: 'young' }]);
    const [young] = await stream().read(topic, 0, 5, 1);
    await stream().applyRetention(young?.timestamp ?? 0);
    assert.deepEqual(await stream().offsets(topic), [{ partition: 0, earliest: 0, next: 6 }]);
    // Topics of other tests may have something to drop too.
    assert.ok((await stream().applyRetention((young?.timestamp ?? 0) + HOUR_MS)) >= 5);
    assert.deepEqual(await stream().offsets(topic), [{ partition: 0, earliest: 5, next: 6 }]);
    assert.deepEqual((await everything(stream(), topic)).map(textOf), ['young']);
    assert.deepEqual((await stream().read(topic, 0, 0, 10)).map(textOf), ['young']);
  });

  test('readers that stood before the first record kept go on with it, and offsets go on', async () => {
    const topic = await newTopic(stream(), 1, HOUR_MS);
    await stream().produce(topic, numbered(3));
    const tail = await stream().tail({ topics: [topic], from: 'earliest' });
    const member = await stream().subscribe({ group: uniqueName(), topics: [topic] });
    assert.ok((await stream().applyRetention(Date.now() + 2 * HOUR_MS)) >= 3);
    assert.deepEqual(await stream().offsets(topic), [{ partition: 0, earliest: 3, next: 3 }]);
    const [position] = await stream().produce(topic, [{ key: 'k', value: 'after' }]);
    assert.equal(position?.offset, 3);
    for (const consumer of [tail, member]) {
      assert.deepEqual((await take(consumer, 1)).map(textOf), ['after']);
      await consumer.close();
    }
  });

  test('a topic without a retention keeps everything', async () => {
    const topic = await newTopic(stream(), 1, null);
    await stream().produce(topic, numbered(3));
    await stream().applyRetention(Date.now() + 1_000 * HOUR_MS);
    assert.equal((await everything(stream(), topic)).length, 3);
  });
}
