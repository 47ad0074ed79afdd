/** The contract on topics. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stream } from '../stream.ts';
import { everything, newTopic, numbered, rejectsWith, textOf, uniqueName } from './fixture.contract.ts';

export function topicContract(stream: () => Stream): void {
  test('ensureTopics creates what is missing and leaves what is there', async () => {
    const name = uniqueName();
    await stream().ensureTopics([{ name, partitions: 2, retentionMs: null }]);
    await stream().produce(name, [{ key: null, value: 'kept' }]);
    await stream().ensureTopics([
      { name, partitions: 2, retentionMs: null },
      { name, partitions: 1, retentionMs: null },
    ]);
    assert.equal((await stream().offsets(name)).length, 2);
    assert.equal((await everything(stream(), name)).length, 1);
  });

  test('ensureTopics refuses a topic that has fewer partitions than asked for', async () => {
    const name = await newTopic(stream(), 2);
    await rejectsWith(stream().ensureTopics([{ name, partitions: 3, retentionMs: null }]), 'CONFLICT');
  });

  test('ensureTopics refuses a name, a number of partitions or a retention that cannot be', async () => {
    const name = uniqueName();
    for (const spec of [
      { name: '', partitions: 1, retentionMs: null },
      { name: 'With Spaces', partitions: 1, retentionMs: null },
      { name, partitions: 0, retentionMs: null },
      { name, partitions: 1.5, retentionMs: null },
      { name, partitions: 1, retentionMs: -1 },
    ]) {
      await rejectsWith(stream().ensureTopics([spec]), 'BAD_INPUT');
    }
  });

  test('an unknown topic or partition is not found', async () => {
    const unknown = uniqueName();
    await rejectsWith(stream().produce(unknown, [{ key: null, value: 'x' }]), 'NOT_FOUND');
    await rejectsWith(stream().read(unknown, 0, 0, 1), 'NOT_FOUND');
    await rejectsWith(stream().offsets(unknown), 'NOT_FOUND');
    await rejectsWith(stream().committed(uniqueName(), [unknown]), 'NOT_FOUND');
    await rejectsWith(stream().subscribe({ group: uniqueName(), topics: [unknown] }), 'NOT_FOUND');
    await rejectsWith(stream().tail({ topics: [unknown], from: 'latest' }), 'NOT_FOUND');
    const known = await newTopic(stream(), 2);
    await rejectsWith(stream().read(known, 2, 0, 1), 'NOT_FOUND');
  });

  test('an empty topic has nothing to read', async () => {
    const topic = await newTopic(stream(), 2);
    assert.deepEqual(await stream().offsets(topic), [
      { partition: 0, earliest: 0, next: 0 },
      { partition: 1, earliest: 0, next: 0 },
    ]);
    assert.deepEqual(await stream().read(topic, 0, 0, 10), []);
    assert.deepEqual(await stream().produce(topic, []), []);
  });
  test('read gives what there is from an offset on, and nothing behind the end', async () => {
    const topic = await newTopic(stream(), 1);
    await stream().produce(topic, numbered(10));
    const from = async (offset: number, max: number) =>
      (await stream().read(topic, 0, offset, max)).map(textOf);
    assert.deepEqual(await from(0, 3), ['0', '1', '2']);
    assert.deepEqual(await from(7, 10), ['7', '8', '9']);
    assert.deepEqual(await from(10, 10), []);
    await rejectsWith(stream().read(topic, 0, -1, 10), 'BAD_INPUT');
    await rejectsWith(stream().read(topic, 0, 0, 0), 'BAD_INPUT');
  });
}
