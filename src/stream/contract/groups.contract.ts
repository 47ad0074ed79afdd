/** The contract on consumer groups: what a member gets, what a commit keeps, who takes over. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../../test/until.ts';
import type { Consumer, Stream, StreamRecord } from '../stream.ts';
import {
  byPartition,
  newTopic,
  numbered,
  PATIENCE_MS,
  positionOf,
  rejectsWith,
  take,
  textOf,
  uniqueName,
} from './fixture.contract.ts';

const LOOK = { maxRecords: 1_000, timeoutMs: 50 };

/** Polls both members until each has partitions and together they have all, collecting what comes. */
async function settle(members: readonly Consumer[], partitions: number): Promise<StreamRecord[]> {
  const records: StreamRecord[] = [];
  await until(
    `${members.length} members share ${partitions} partitions`,
    async () => {
      for (const member of members) records.push(...(await member.poll(LOOK)));
      const held = members.map((member) => member.assignment());
      return held.every((part) => part.length > 0) && held.flat().length === partitions;
    },
    PATIENCE_MS,
  );
  return records;
}

function heldBy(member: Consumer, records: readonly StreamRecord[]): StreamRecord[] {
  const held = new Set(member.assignment().map(({ partition }) => partition));
  return records.filter(({ partition }) => held.has(partition));
}

export function groupContract(stream: () => Stream, open: () => Promise<Stream>): void {
  test('a group without commits begins at the oldest record and keeps the order of each partition', async () => {
    const topic = await newTopic(stream());
    await stream().produce(topic, numbered(500));
    const consumer = await stream().subscribe({ group: uniqueName(), topics: [topic] });
    const records = await take(consumer, 500, 60);
    for (const values of byPartition(records).values()) {
      const numbers = values.map(Number);
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      );
    }
    assert.equal(new Set(records.map(textOf)).size, 500);
    assert.deepEqual(await consumer.poll(LOOK), []);
    await consumer.close();
  });

  test('a member reads several topics', async () => {
    const topics = [await newTopic(stream(), 1), await newTopic(stream(), 2)];
    for (const topic of topics) await stream().produce(topic, numbered(20));
    const consumer = await stream().subscribe({ group: uniqueName(), topics });
    const records = await take(consumer, 40);
    for (const topic of topics) assert.equal(records.filter((record) => record.topic === topic).length, 20);
    assert.equal(consumer.assignment().length, 3);
    await consumer.close();
  });

  test('what was not committed comes again, what was does not', async () => {
    const topic = await newTopic(stream(), 1);
    const group = uniqueName();
    await stream().produce(topic, numbered(10));
    const first = await stream().subscribe({ group, topics: [topic] });
    const records = await take(first, 10);
    await first.commit(records.slice(0, 4).map(positionOf));
    await first.close();

    const second = await stream().subscribe({ group, topics: [topic] });
    assert.deepEqual((await take(second, 6)).map(textOf), ['4', '5', '6', '7', '8', '9']);
    await second.close();
  });

  test('records and commits are there after the stream is opened again', async () => {
    const topic = await newTopic(stream(), 2);
    const group = uniqueName();
    const before = await open();
    await before.produce(topic, numbered(30));
    const consumer = await before.subscribe({ group, topics: [topic] });
    const records = await take(consumer, 30);
    await consumer.commit(records.map(positionOf));
    const committed = await before.committed(group, [topic]);
    await before.close();

    const after = await open();
    assert.deepEqual(await after.committed(group, [topic]), committed);
    const again = await after.subscribe({ group, topics: [topic] });
    await after.produce(topic, [{ key: 'key-0', value: 'new' }]);
    assert.deepEqual((await take(again, 1)).map(textOf), ['new']);
    await after.close();
  });

  test('committed says how far each partition is, null before its first commit', async () => {
    const topic = await newTopic(stream(), 2);
    const group = uniqueName();
    const none = [0, 1].map((partition) => ({ topic, partition, offset: null }));
    assert.deepEqual(await stream().committed(group, [topic]), none);
    await stream().produce(topic, numbered(50));
    const consumer = await stream().subscribe({ group, topics: [topic] });
    const records = await take(consumer, 50);
    await consumer.commit([]);
    assert.deepEqual(await stream().committed(group, [topic]), none);
    await consumer.commit(records.map(positionOf));
    const ends = (await stream().offsets(topic)).map(({ partition, next }) => ({
      topic,
      partition,
      offset: next,
    }));
    assert.deepEqual(await stream().committed(group, [topic]), ends);
    await consumer.close();
  });

  test('groups do not know of each other', async () => {
    const topic = await newTopic(stream(), 1);
    await stream().produce(topic, numbered(5));
    for (const group of [uniqueName(), uniqueName()]) {
      const consumer = await stream().subscribe({ group, topics: [topic] });
      await consumer.commit((await take(consumer, 5)).map(positionOf));
      await consumer.close();
    }
  });

  test('members share the partitions, and each record goes to one of them', async () => {
    const topic = await newTopic(stream(), 4);
    const group = uniqueName();
    const other = await open();
    const members = [
      await stream().subscribe({ group, topics: [topic] }),
      await other.subscribe({ group, topics: [topic] }),
    ];
    await settle(members, 4);
    for (const member of members) assert.equal(member.assignment().length, 2);
    await stream().produce(topic, numbered(400, 40));
    const parts = await Promise.all(
      members.map(async (member) => {
        const { length } = heldBy(member, await readAll(stream(), topic));
        return take(member, length);
      }),
    );
    assert.equal(new Set(parts.flat().map(textOf)).size, 400);
    assert.equal(parts.flat().length, 400);
    await other.close();
  });

  test('a member that leaves is replaced at once, behind its commits', async () => {
    const topic = await newTopic(stream(), 4);
    const group = uniqueName();
    const other = await open();
    const staying = await stream().subscribe({ group, topics: [topic] });
    const leaving = await other.subscribe({ group, topics: [topic] });
    await settle([staying, leaving], 4);
    await stream().produce(topic, numbered(40, 20));
    const { length: mine } = heldBy(staying, await readAll(stream(), topic));
    await staying.commit((await take(staying, mine)).map(positionOf));
    const theirs = await take(leaving, 40 - mine);
    const dealtWith = theirs.slice(0, 3);
    await leaving.commit(dealtWith.map(positionOf));
    await other.close();
    const rest = await take(staying, theirs.length - committedCount(theirs, dealtWith));
    assert.equal(staying.assignment().length, 4);
    for (const record of rest) assert.ok(theirs.some((lost) => textOf(lost) === textOf(record)));
    await staying.close();
  });

  test('a member cannot commit what it has lost to another', async () => {
    const topic = await newTopic(stream(), 2);
    const group = uniqueName();
    await stream().produce(topic, numbered(40, 20));
    const old = await stream().subscribe({ group, topics: [topic] });
    const records = await take(old, 40);
    const other = await open();
    const young = await other.subscribe({ group, topics: [topic] });
    const seen = await settle([young, old], 2);
    const lost = heldBy(young, records);
    assert.ok(lost.length > 0);
    await rejectsWith(old.commit(lost.map(positionOf)), 'CONFLICT');
    const offsets = await stream().committed(group, [topic]);
    for (const { partition } of young.assignment()) assert.equal(offsets[partition]?.offset, null);
    // The new member has them all again.
    const again = heldBy(young, seen);
    assert.equal(again.length + (await take(young, lost.length - again.length)).length, lost.length);
    await young.commit(lost.map(positionOf));
    await old.close();
    await other.close();
  });
}

async function readAll(stream: Stream, topic: string): Promise<StreamRecord[]> {
  const partitions = await stream.offsets(topic);
  return (
    await Promise.all(partitions.map(({ partition }) => stream.read(topic, partition, 0, 1_000)))
  ).flat();
}

/** How many of `records` a commit of `dealtWith` covers: those up to the last one of each partition. */
function committedCount(records: readonly StreamRecord[], dealtWith: readonly StreamRecord[]): number {
  return records.filter((record) =>
    dealtWith.some(({ partition, offset }) => partition === record.partition && offset >= record.offset),
  ).length;
}
