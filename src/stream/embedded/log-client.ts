/** The stream as a thread sees it that talks to the log thread over a port. */
import type { MessagePort } from 'node:worker_threads';
import { MatineeError } from '../../domain/errors.ts';
import type { RecordPosition } from '../../domain/position.ts';
import { openCalls } from '../../threads/calls.ts';
import { checkCount } from '../check-count.ts';
import type { Consumer, OutgoingRecord, Stream } from '../stream.ts';
import type { LogFunctions, LogRemote, Subscription } from './protocol.ts';
import { unpackRecords } from './record-frame.ts';
import { packRecords } from './record-pack.ts';
import { createRemoteConsumer } from './remote-consumer.ts';

export interface LogClient {
  stream: Stream;
  remote: LogRemote;
  /** Every call under way and to come fails with `error`. */
  fail(error: MatineeError): void;
  /** Finishes what is under way, says good-bye with `farewell` and closes the port. */
  close(farewell: (remote: LogRemote) => Promise<void>): Promise<void>;
}

const CLOSED = () => new MatineeError('CANCELLED', 'This stream is closed', { hint: 'Open it again.' });
const STOPPED = () =>
  new MatineeError('UNAVAILABLE', 'The log thread has stopped', {
    hint: 'Start Matinee again; nothing it accepted is lost.',
  });

export function createLogClient(port: MessagePort): LogClient {
  const { remote, end } = openCalls<LogFunctions, object>(port, {});
  const consumers = new Set<Consumer>();
  const producing = new Set<Promise<unknown>>();
  const partitionCounts = new Map<string, number>();
  let ended: MatineeError | null = null;
  let nextKeyless = 0;

  function live(): LogRemote {
    if (ended) throw ended;
    return remote;
  }

  function fail(error: MatineeError): void {
    ended ??= error;
    end(ended);
  }
  port.on('close', () => fail(STOPPED()));

  async function partitionCount(topic: string): Promise<number> {
    const count = partitionCounts.get(topic) ?? (await live().partitionCount(topic));
    partitionCounts.set(topic, count);
    return count;
  }

  async function produce(topic: string, records: readonly OutgoingRecord[]): Promise<RecordPosition[]> {
    const partitions = await partitionCount(topic);
    const packed = packRecords(topic, records, partitions, () => nextKeyless++ % partitions);
    return records.length === 0 ? [] : packed.positions(await live().append(packed.request));
  }

  function register(subscription: Subscription): Consumer {
    const consumer: Consumer = createRemoteConsumer(live, subscription, () => consumers.delete(consumer));
    consumers.add(consumer);
    return consumer;
  }

  async function close(farewell: (remote: LogRemote) => Promise<void>): Promise<void> {
    if (ended) return;
    await Promise.all([...consumers].map((consumer) => consumer.close()));
    await Promise.allSettled(producing);
    const goodbye = farewell(remote);
    ended = CLOSED();
    await goodbye;
    port.close();
  }

  const stream: Stream = {
    async ensureTopics(topics) {
      await live().ensureTopics(topics);
    },
    produce(topic, records) {
      const work = produce(topic, records);
      const done = () => producing.delete(work);
      producing.add(work);
      work.then(done, done);
      return work;
    },
    subscribe: async (options) => register(await live().subscribe(options)),
    tail: async (options) => register(await live().tail(options)),
    async read(topic, partition, fromOffset, maxRecords) {
      checkCount('offset', fromOffset, 0);
      checkCount('maxRecords', maxRecords, 1);
      return unpackRecords(await live().read(topic, partition, fromOffset, maxRecords));
    },
    offsets: async (topic) => live().offsets(topic),
    committed: async (group, topics) => live().committed(group, topics),
    applyRetention: async (nowMs) => live().applyRetention(nowMs),
    close: () => close((log) => log.disconnect()),
  };
  return { stream, remote, fail, close };
}
