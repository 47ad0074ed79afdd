/** The embedded log keeps the contract, with a log thread for each client and with one for all of them. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isMainThread, MessagePort, Worker, workerData } from 'node:worker_threads';
import { until } from '../../../test/until.ts';
import { streamContract } from '../stream.contract.ts';
import { connectEmbeddedStream, openEmbeddedStream } from './embedded-stream.ts';

function newHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'matinee-stream-'));
}

/** What this file does as a thread of the last test: takes both partitions of a topic and waits. */
async function consumeInThread(port: unknown): Promise<void> {
  assert.ok(port instanceof MessagePort);
  const consumer = await connectEmbeddedStream(port).subscribe({ group: 'g', topics: ['movies'] });
  await consumer.poll({ maxRecords: 1, timeoutMs: 600_000 });
}

function contracts(): void {
  streamContract('the embedded log, opened by each client,', async () => {
    const dir = await newHome();
    return { open: () => openEmbeddedStream({ dir }), remove: () => rm(dir, { recursive: true }) };
  });

  streamContract('the embedded log, over ports of one thread,', async () => {
    const dir = await newHome();
    const owner = await openEmbeddedStream({ dir });
    return {
      open: async () => connectEmbeddedStream(owner.connectPort()),
      async remove() {
        await owner.close();
        await rm(dir, { recursive: true });
      },
    };
  });

  test('closing the log finishes the calls of other connections, then ends them', async () => {
    const dir = await newHome();
    const owner = await openEmbeddedStream({ dir });
    const other = connectEmbeddedStream(owner.connectPort());
    await other.ensureTopics([{ name: 'movies', partitions: 1, retentionMs: null }]);
    await other.produce('movies', [{ key: null, value: 'first' }]);
    const tail = await other.tail({ topics: ['movies'], from: 'latest' });
    const waiting = tail.poll({ maxRecords: 1, timeoutMs: 60_000 });
    const large = Array.from({ length: 20_000 }, () => ({ key: null, value: 'v'.repeat(200) }));
    const producing = other.produce('movies', large);
    await other.offsets('movies');
    await owner.close();
    assert.equal((await producing).length, large.length);
    assert.deepEqual(await waiting, []);
    await assert.rejects(other.offsets('movies'), { code: 'UNAVAILABLE' });
    await rm(dir, { recursive: true });
  });

  test('a member whose thread dies leaves at once', async () => {
    const dir = await newHome();
    const stream = await openEmbeddedStream({ dir, memberLeaseMs: 60_000 });
    await stream.ensureTopics([{ name: 'movies', partitions: 2, retentionMs: null }]);
    const staying = await stream.subscribe({ group: 'g', topics: ['movies'] });
    const port = stream.connectPort();
    const thread = new Worker(import.meta.filename, { workerData: port, transferList: [port] });
    const holds = (partitions: number) => async () => {
      await staying.poll({ maxRecords: 1, timeoutMs: 5 });
      return staying.assignment().length === partitions;
    };
    await until('the thread has a partition', holds(1));
    await thread.terminate();
    await until('its partition comes back', holds(2), 5_000);
    await stream.close();
    await rm(dir, { recursive: true });
  });
}

if (isMainThread) contracts();
else await consumeInThread(workerData);
