/** The contract on what is appended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { OutgoingRecord, Stream } from '../stream.ts';
import { everything, newTopic, numbered, positionOf, rejectsWith, textOf } from './fixture.contract.ts';

const headers = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 10 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  {
    maxKeys: 4,
    noNullPrototype: true,
  },
);
const record: fc.Arbitrary<OutgoingRecord> = fc.record({
  key: fc.option(fc.string({ unit: 'grapheme', maxLength: 30 })),
  value: fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 50 })),
  headers,
});

export function produceContract(stream: () => Stream): void {
  test('keys, values and headers come back as they were, at the positions given', async () => {
    const topic = await newTopic(stream(), 3);
    const before = Date.now();
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 20 }), async (records) => {
        const positions = await stream().produce(topic, records);
        for (const [index, position] of positions.entries()) {
          const [found] = await stream().read(topic, position.partition, position.offset, 1);
          const { key, value, headers: sent } = records[index] ?? assert.fail();
          assert.ok(found && found.timestamp >= before - 60_000 && found.timestamp <= Date.now() + 60_000);
          assert.deepEqual(positionOf(found), position);
          assert.equal(found.key, key);
          assert.deepEqual({ ...found.headers }, sent);
          assert.deepEqual(Buffer.from(found.value), Buffer.from(value));
        }
        assert.equal(positions.length, records.length);
      }),
      { seed: 42, numRuns: 30 },
    );
  });

  test('records of a key share a partition and keep their order; offsets have no gaps', async () => {
    const topic = await newTopic(stream(), 4);
    for (let round = 0; round < 5; round++) await stream().produce(topic, numbered(200, 13));
    const partitions = new Map<string | null, number>();
    for (const { partition, earliest, next } of await stream().offsets(topic)) {
      const records = await stream().read(topic, partition, 0, 2_000);
      assert.deepEqual(
        records.map(({ offset }) => offset),
        Array.from({ length: next - earliest }, (_, n) => n),
      );
      const last = new Map<string | null, number>();
      for (const found of records) {
        assert.equal(partitions.get(found.key) ?? partition, partition, `${found.key} is in two partitions`);
        partitions.set(found.key, partition);
        const expected =
          ((last.get(found.key) ?? -1) + 1) % Math.ceil((200 - Number(found.key?.slice(4))) / 13);
        assert.equal(Math.floor(Number(textOf(found)) / 13), expected);
        last.set(found.key, expected);
      }
    }
    assert.equal(partitions.size, 13);
  });

  test('records without a key spread over the partitions', async () => {
    const topic = await newTopic(stream(), 3);
    await stream().produce(
      topic,
      Array.from({ length: 300 }, () => ({ key: null, value: 'x' })),
    );
    for (const { next } of await stream().offsets(topic)) assert.ok(next >= 50, `only ${next} of 300`);
  });

  test('producers at once lose nothing and each keeps its order', async () => {
    const topic = await newTopic(stream(), 2);
    const producers = ['a', 'b', 'c', 'd'];
    await Promise.all(
      producers.map(async (key) => {
        for (let n = 0; n < 40; n++) await stream().produce(topic, [{ key, value: String(n) }]);
      }),
    );
    const records = await everything(stream(), topic);
    for (const key of producers) {
      assert.deepEqual(
        records.filter((found) => found.key === key).map(textOf),
        Array.from({ length: 40 }, (_, n) => String(n)),
      );
    }
  });

  test('a large call arrives whole and in order', async () => {
    const topic = await newTopic(stream(), 3);
    const filler = 'f'.repeat(200);
    const count = 20_000;
    const positions = await stream().produce(
      topic,
      Array.from({ length: count }, (_, n) => ({ key: `k${n % 50}`, value: `${n} ${filler}` })),
    );
    assert.equal(positions.length, count);
    const records = await everything(stream(), topic);
    assert.equal(new Set(records.map(textOf)).size, count);
    for (const { partition } of await stream().offsets(topic)) {
      const numbers = records
        .filter((found) => found.partition === partition)
        .map((found) => Number.parseInt(textOf(found), 10));
      assert.deepEqual(
        numbers,
        numbers.toSorted((a, b) => a - b),
      );
    }
  });

  test('a record over the limit is refused and nothing of its call is kept', async () => {
    const topic = await newTopic(stream(), 1);
    const tooLarge = { key: null, value: new Uint8Array(1_048_577) };
    await rejectsWith(stream().produce(topic, [{ key: null, value: 'good' }, tooLarge]), 'BAD_INPUT');
    assert.deepEqual(await stream().offsets(topic), [{ partition: 0, earliest: 0, next: 0 }]);
    const [position] = await stream().produce(topic, [
      { key: null, value: new Uint8Array(1_000_000).fill(7) },
    ]);
    const [found] = await stream().read(topic, 0, position?.offset ?? -1, 1);
    assert.ok(found?.value.length === 1_000_000 && found.value.every((byte) => byte === 7));
  });

  test('text that UTF-8 cannot hold is refused', async () => {
    const topic = await newTopic(stream(), 1);
    await rejectsWith(stream().produce(topic, [{ key: '\ud800', value: 'x' }]), 'BAD_INPUT');
    await rejectsWith(stream().produce(topic, [{ key: null, value: 'x\udfff' }]), 'BAD_INPUT');
  });
}
