/** The contract on waiting: when a poll ends, and what closing does to it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Consumer, Stream } from '../stream.ts';
import {
  newTopic,
  numbered,
  PATIENCE_MS,
  rejectsWith,
  take,
  textOf,
  uniqueName,
} from './fixture.contract.ts';

const LONG_POLL = { maxRecords: 10, timeoutMs: 60_000 };

/** What every consumer owes, whether it is a member of a group or a tail. */
export function pollingContract(
  stream: () => Stream,
  open: () => Promise<Stream>,
  consume: (stream: Stream, topic: string) => Promise<Consumer>,
): void {
  test('a poll without records ends empty after its timeout, at once with none', async () => {
    const consumer = await consume(stream(), await newTopic(stream()));
    await consumer.poll({ maxRecords: 1, timeoutMs: 0 });
    const started = performance.now();
    assert.deepEqual(await consumer.poll({ maxRecords: 1, timeoutMs: 150 }), []);
    const waited = performance.now() - started;
    assert.ok(waited >= 140 && waited < PATIENCE_MS, `waited ${waited} ms`);
    await consumer.close();
  });

  test('a waiting poll gives a record as soon as it is there', async () => {
    const topic = await newTopic(stream());
    const consumer = await consume(stream(), topic);
    await consumer.poll({ maxRecords: 1, timeoutMs: 100 });
    const waiting = consumer.poll(LONG_POLL);
    await stream().produce(topic, [{ key: 'k', value: 'hello' }]);
    const started = performance.now();
    assert.deepEqual((await waiting).map(textOf), ['hello']);
    assert.ok(performance.now() - started < PATIENCE_MS);
    await consumer.close();
  });

  test('a waiting poll gives the record of another client', async () => {
    const topic = await newTopic(stream());
    const consumer = await consume(stream(), topic);
    const other = await open();
    const waiting = consumer.poll(LONG_POLL);
    await other.produce(topic, [{ key: 'k', value: 'from afar' }]);
    assert.deepEqual((await waiting).map(textOf), ['from afar']);
    await other.close();
    await consumer.close();
  });

  test('a poll gives no more than asked for, and the next goes on behind it', async () => {
    const topic = await newTopic(stream(), 1);
    const consumer = await consume(stream(), topic);
    await stream().produce(topic, numbered(25));
    const seen: string[] = [];
    while (seen.length < 25) {
      const records = await consumer.poll({ maxRecords: 4, timeoutMs: 5_000 });
      assert.ok(records.length > 0 && records.length <= 4);
      seen.push(...records.map(textOf));
    }
    assert.deepEqual(
      seen,
      Array.from({ length: 25 }, (_, n) => String(n)),
    );
    await consumer.close();
  });

  test('polls made at once run one after another', async () => {
    const topic = await newTopic(stream(), 1);
    const consumer = await consume(stream(), topic);
    await stream().produce(topic, numbered(6));
    const polls = Array.from({ length: 3 }, () => consumer.poll({ maxRecords: 2, timeoutMs: 10_000 }));
    const records = (await Promise.all(polls)).flat();
    records.push(...(await take(consumer, 6 - records.length)));
    assert.deepEqual(records.map(textOf), ['0', '1', '2', '3', '4', '5']);
    await consumer.close();
  });

  test('closing ends a poll under way with nothing; after that there is none', async () => {
    const consumer = await consume(stream(), await newTopic(stream()));
    await consumer.poll({ maxRecords: 1, timeoutMs: 0 });
    const waiting = consumer.poll(LONG_POLL);
    await consumer.close();
    assert.deepEqual(await waiting, []);
    await rejectsWith(consumer.poll(LONG_POLL), 'CANCELLED');
    await consumer.close();
  });

  test('closing the stream ends a poll under way with nothing', async () => {
    const topic = await newTopic(stream());
    const other = await open();
    const consumer = await consume(other, topic);
    const waiting = consumer.poll(LONG_POLL);
    await other.close();
    assert.deepEqual(await waiting, []);
    await rejectsWith(other.produce(topic, [{ key: null, value: 'late' }]), 'CANCELLED');
    await other.close();
  });

  test('a poll for no record or a time that is none is refused', async () => {
    const consumer = await consume(stream(), await newTopic(stream()));
    await rejectsWith(consumer.poll({ maxRecords: 0, timeoutMs: 0 }), 'BAD_INPUT');
    await rejectsWith(consumer.poll({ maxRecords: 1.5, timeoutMs: 0 }), 'BAD_INPUT');
    await rejectsWith(consumer.poll({ maxRecords: 1, timeoutMs: -1 }), 'BAD_INPUT');
    await rejectsWith(consumer.poll({ maxRecords: 1, timeoutMs: Number.NaN }), 'BAD_INPUT');
    await consumer.close();
  });
}

export function memberOf(stream: Stream, topic: string): Promise<Consumer> {
  return stream.subscribe({ group: uniqueName(), topics: [topic] });
}

export function tailOf(stream: Stream, topic: string): Promise<Consumer> {
  return stream.tail({ topics: [topic], from: 'latest' });
}
