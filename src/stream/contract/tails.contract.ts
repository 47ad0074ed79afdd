/** The contract on tails: where they begin, and that they belong to nobody. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stream } from '../stream.ts';
import {
  byPartition,
  newTopic,
  numbered,
  positionOf,
  rejectsWith,
  take,
  textOf,
} from './fixture.contract.ts';

export function tailContract(stream: () => Stream): void {
  test('from earliest: everything kept, then what comes', async () => {
    const topic = await newTopic(stream());
    await stream().produce(topic, numbered(30));
    const tail = await stream().tail({ topics: [topic], from: 'earliest' });
    assert.equal(tail.assignment().length, 3);
    assert.equal(new Set((await take(tail, 30)).map(textOf)).size, 30);
    await stream().produce(topic, [{ key: 'k', value: 'next' }]);
    assert.deepEqual((await take(tail, 1)).map(textOf), ['next']);
    await tail.close();
  });

  test('from latest: only what comes after', async () => {
    const topic = await newTopic(stream());
    await stream().produce(topic, numbered(30));
    const tail = await stream().tail({ topics: [topic], from: 'latest' });
    await stream().produce(topic, [{ key: 'k', value: 'new' }]);
    assert.deepEqual((await take(tail, 1)).map(textOf), ['new']);
    await tail.close();
  });

  test('from given offsets, and from the end asked for where none is given', async () => {
    const topic = await newTopic(stream(), 2);
    await stream().produce(topic, numbered(60, 30));
    const ends = await stream().offsets(topic);
    const from = Math.floor((ends[0]?.next ?? 0) / 2);
    const offsets = [{ topic, partition: 0, offset: from }];
    const expected = (await stream().read(topic, 0, from, 100)).map(textOf);

    const late = await stream().tail({ topics: [topic], from: 'latest', offsets });
    assert.deepEqual((await take(late, expected.length)).map(textOf), expected);
    await late.close();

    const early = await stream().tail({ topics: [topic], from: 'earliest', offsets });
    const all = byPartition(await take(early, expected.length + (ends[1]?.next ?? 0)));
    assert.deepEqual(all.get(0), expected);
    assert.equal(all.get(1)?.length, ends[1]?.next);
    await early.close();
  });

  test('tails share nothing: each has every record', async () => {
    const topic = await newTopic(stream());
    const tails = await Promise.all([1, 2, 3].map(() => stream().tail({ topics: [topic], from: 'latest' })));
    await stream().produce(topic, numbered(20));
    for (const tail of tails) {
      assert.equal(new Set((await take(tail, 20)).map(textOf)).size, 20);
      await tail.close();
    }
  });

  test('a tail cannot commit', async () => {
    const topic = await newTopic(stream(), 1);
    await stream().produce(topic, numbered(1));
    const tail = await stream().tail({ topics: [topic], from: 'earliest' });
    await rejectsWith(tail.commit((await take(tail, 1)).map(positionOf)), 'INTERNAL');
    await tail.close();
  });
}
