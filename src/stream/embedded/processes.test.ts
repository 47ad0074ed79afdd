/**
 * Several processes on one log: what a process acknowledged survives its `kill -9`, others take its place and see
 * its records within milliseconds. This file is also the program of the other process, told what to do over IPC.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBirpc } from 'birpc';
import { until } from '../../../test/until.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { RecordPosition } from '../../domain/position.ts';
import type { Stream, StreamRecord } from '../stream.ts';
import { openEmbeddedStream } from './embedded-stream.ts';

const LEASE_MS = 600;
const TOPIC = 'movies';
const GROUP = 'indexer';

/** What the other process does. */
interface OtherProcess {
  open(dir: string): Promise<void>;
  /** Produces calls of 1 to 4,000 records until it is killed, and reports each that was acknowledged. */
  flood(): void;
  /** Produces a record every few milliseconds, its value the monotonic time at which it was acknowledged before. */
  tick(times: number): Promise<void>;
  /** Joins the group and polls until there is a record; gives how many partitions it has. */
  join(): Promise<number>;
  /** Commits what it has polled; null, or the code of the refusal. */
  commit(): Promise<string | null>;
  close(): Promise<void>;
}

/** What it reports. */
interface Observer {
  acknowledged(call: number, positions: RecordPosition[]): void;
  ticked(offset: number, atMs: number): void;
}

/** Milliseconds of the clock that all processes of a machine share. */
function monotonicMs(): number {
  return Number(process.hrtime.bigint() / 1_000n) / 1_000;
}

function callSize(call: number): number {
  return [1, 4_000, 20, 700][call % 4] ?? 1;
}

function beOtherProcess(): void {
  let stream: Stream | null = null;
  let polled: StreamRecord[] = [];
  let commit: ((records: StreamRecord[]) => Promise<void>) | null = null;
  const opened = () => stream ?? assert.fail('not open');

  const rpc = createBirpc<Observer, OtherProcess>(
    {
      async open(dir) {
        stream = await openEmbeddedStream({ dir, memberLeaseMs: LEASE_MS });
      },
      flood() {
        void floodForever();
      },
      async tick(times) {
        for (let n = 0; n < times; n++) {
          const [position] = await opened().produce(TOPIC, [{ key: 'k', value: String(n) }]);
          await rpc.ticked.asEvent(position?.offset ?? -1, monotonicMs());
          await sleep(5);
        }
      },
      async join() {
        const consumer = await opened().subscribe({ group: GROUP, topics: [TOPIC] });
        commit = (records) => consumer.commit(records);
        while (polled.length === 0) polled = await consumer.poll({ maxRecords: 1_000, timeoutMs: 100 });
        return consumer.assignment().length;
      },
      async commit() {
        try {
          await commit?.(polled);
          return null;
        } catch (error) {
          return error instanceof MatineeError ? error.code : String(error);
        }
      },
      async close() {
        await stream?.close();
        process.disconnect();
      },
    },
    {
      post: (message: object) => process.send?.(message),
      on: (listener) => {
        process.on('message', listener);
      },
    },
  );

  async function floodForever(): Promise<never> {
    for (let call = 0; ; call++) {
      const size = callSize(call);
      const records = Array.from({ length: size }, (_, n) => ({
        key: `k${n}`,
        value: `${call} ${n} ${'f'.repeat(200)}`,
      }));
      await rpc.acknowledged.asEvent(call, await opened().produce(TOPIC, records));
    }
  }
}

function tests(): void {
  let dir: string;
  let stream: Stream;
  const children: ChildProcess[] = [];
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-processes-'));
    stream = await openEmbeddedStream({ dir, memberLeaseMs: LEASE_MS });
    await stream.ensureTopics([{ name: TOPIC, partitions: 2, retentionMs: null }]);
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await stream.close();
    await rm(dir, { recursive: true });
  });

  async function startOther(observer: Partial<Observer> = {}) {
    const child = fork(import.meta.filename, ['other'], { serialization: 'advanced' });
    children.push(child);
    const functions: Observer = { acknowledged: () => undefined, ticked: () => undefined, ...observer };
    const rpc = createBirpc<OtherProcess, Observer>(functions, {
      post: (message: object) => child.send(message),
      on: (listener) => {
        child.on('message', listener);
      },
      timeout: -1,
    });
    await rpc.open(dir);
    const kill = async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    };
    return { child, rpc, kill };
  }

  async function everything(from: Stream): Promise<StreamRecord[]> {
    const records: StreamRecord[] = [];
    for (const { partition, next } of await from.offsets(TOPIC)) {
      for (let at = 0; at < next; at = (records.at(-1)?.offset ?? next) + 1) {
        records.push(...(await from.read(TOPIC, partition, at, 100_000)));
      }
    }
    return records;
  }

  test('kill -9 in the middle of producing loses nothing acknowledged, keeps calls whole and offsets without gaps', async () => {
    const acknowledged = new Map<number, RecordPosition[]>();
    const other = await startOther({ acknowledged: (call, positions) => acknowledged.set(call, positions) });
    await other.rpc.flood.asEvent();
    await until('some calls are acknowledged', () => acknowledged.size >= 41, 30_000);
    await other.kill();

    const again = await openEmbeddedStream({ dir });
    const records = await everything(again);
    await again.close();
    const found = new Map(records.map((record) => [`${record.partition}:${record.offset}`, record]));
    const counts = new Map<number, number>();
    for (const { value } of records) {
      const call = Number.parseInt(new TextDecoder().decode(value), 10);
      counts.set(call, (counts.get(call) ?? 0) + 1);
    }
    for (const [call, positions] of acknowledged) {
      for (const [n, { partition, offset }] of positions.entries()) {
        const value = new TextDecoder().decode(found.get(`${partition}:${offset}`)?.value);
        assert.ok(value.startsWith(`${call} ${n} `), `record ${n} of call ${call} is lost`);
      }
    }
    for (const [call, count] of counts) assert.equal(count, callSize(call), `call ${call} is in part`);
    for (const partition of [0, 1]) {
      const offsets = records.filter((record) => record.partition === partition).map(({ offset }) => offset);
      assert.deepEqual(offsets, [...offsets.keys()]);
    }
  });

  test('a record of another process ends a poll that waits', async (t) => {
    const ticks = 100;
    const acknowledgedAt = new Map<number, number>();
    const seenAt = new Map<number, number>();
    const other = await startOther({ ticked: (offset, atMs) => acknowledgedAt.set(offset, atMs) });
    const tail = await stream.tail({ topics: [TOPIC], from: 'latest' });
    const ticking = other.rpc.tick(ticks);
    while (seenAt.size < ticks) {
      const records = await tail.poll({ maxRecords: 10, timeoutMs: 600_000 });
      assert.ok(records.length > 0);
      for (const { offset } of records) seenAt.set(offset, monotonicMs());
    }
    await ticking;
    const delays = [...acknowledgedAt]
      .map(([offset, at]) => (seenAt.get(offset) ?? Number.NaN) - at)
      .sort((a, b) => a - b);
    const at = (share: number) => delays[Math.floor(share * (delays.length - 1))] ?? Number.NaN;
    t.diagnostic(`seen after p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms`);
    assert.equal(delays.length, ticks);
    assert.ok(delays.every(Number.isFinite));
    await tail.close();
  });

  test('when a member is killed, another takes over what it had not committed', async (t) => {
    await stream.produce(
      TOPIC,
      Array.from({ length: 100 }, (_, n) => ({ key: `k${n}`, value: String(n) })),
    );
    const other = await startOther();
    assert.equal(await other.rpc.join(), 2);
    const consumer = await stream.subscribe({ group: GROUP, topics: [TOPIC] });
    assert.equal(consumer.assignment().length, 1);
    await other.kill();
    const killedAt = performance.now();
    const seen = new Set<string>();
    await until(
      'all records come to the other member',
      async () => {
        for (const { value } of await consumer.poll({ maxRecords: 100, timeoutMs: 50 })) {
          seen.add(new TextDecoder().decode(value));
        }
        return seen.size === 100;
      },
      20 * LEASE_MS,
    );
    t.diagnostic(
      `taken over ${(performance.now() - killedAt).toFixed(0)} ms after the kill, lease ${LEASE_MS} ms`,
    );
    assert.equal(consumer.assignment().length, 2);
  });

  test('a member that was away longer than its lease cannot commit what others now have', async () => {
    await stream.produce(
      TOPIC,
      Array.from({ length: 100 }, (_, n) => ({ key: `k${n}`, value: String(n) })),
    );
    const other = await startOther();
    assert.equal(await other.rpc.join(), 2);
    const consumer = await stream.subscribe({ group: GROUP, topics: [TOPIC] });
    other.child.kill('SIGSTOP');
    await until(
      'its partitions have gone over',
      async () => {
        await consumer.poll({ maxRecords: 1, timeoutMs: 50 });
        return consumer.assignment().length === 2;
      },
      20 * LEASE_MS,
    );
    other.child.kill('SIGCONT');
    assert.equal(await other.rpc.commit(), 'CONFLICT');
    assert.ok((await stream.committed(GROUP, [TOPIC])).every(({ offset }) => offset === null));
  });

  test('a process that closes its stream ends by itself', async () => {
    await stream.produce(TOPIC, [{ key: 'k', value: 'v' }]);
    const other = await startOther();
    await other.rpc.join();
    const exit = once(other.child, 'exit');
    await other.rpc.close.asEvent();
    assert.deepEqual(await exit, [0, null]);
  });
}

if (process.argv[2] === 'other') beOtherProcess();
else tests();
