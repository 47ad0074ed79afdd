/** What the log thread does for one connection, until that is closed or its thread dies. */
import { MatineeError } from '../../domain/errors.ts';
import { transfer } from '../../threads/transfer.ts';
import type { TopicSpec } from '../stream.ts';
import { joinGroup, type LogConsumer, openTail } from './consumers.ts';
import type { Log } from './log.ts';
import type { LogFunctions, PackedRecords, Subscription } from './protocol.ts';

export interface Connection {
  functions: Omit<LogFunctions, 'ready' | 'shutdown'>;
  /** Consumers leave their groups, and what is being written is finished. */
  close(): Promise<void>;
}

export function createConnection(log: Log): Connection {
  const consumers = new Map<string, LogConsumer>();
  const writing = new Set<Promise<unknown>>();
  let subscriptions = 0;

  function tracked<Result>(work: Promise<Result>): Promise<Result> {
    const done = () => writing.delete(work);
    writing.add(work);
    work.then(done, done);
    return work;
  }

  function register(consumer: LogConsumer): Subscription {
    const id = String(subscriptions++);
    consumers.set(id, consumer);
    return { consumer: id, assignment: consumer.assignment() };
  }

  function consumerOf(id: string): LogConsumer {
    const consumer = consumers.get(id);
    if (consumer) return consumer;
    throw new MatineeError('CANCELLED', 'This consumer is closed', { hint: 'Subscribe again.' });
  }

  async function closeConsumer(id: string): Promise<void> {
    const consumer = consumers.get(id);
    consumers.delete(id);
    await consumer?.close();
  }

  async function close(): Promise<void> {
    // Again and again, because a member that was still joining is a consumer by now.
    while (consumers.size + writing.size > 0) {
      await Promise.all([...consumers.keys()].map(closeConsumer));
      await Promise.allSettled(writing);
    }
  }

  return {
    functions: {
      partitionCount: (topic) => log.topics.partitions(topic).length,
      ensureTopics: (specs) => tracked(log.queue.write(0, () => ensureAll(log, specs))),
      append: (request) => tracked(log.appender.append(request)),
      read(topic, partition, fromOffset, maxRecords) {
        const cursor = { partition: log.topics.partition(topic, partition), next: fromOffset };
        return moved(log.read([cursor], maxRecords));
      },
      offsets: (topic) => log.topics.partitions(topic).map(log.topics.offsets),
      committed: (group, topics) =>
        topics.flatMap((topic) =>
          log.topics.partitions(topic).map(({ id, partition }) => {
            return { topic, partition, offset: log.groups.committed(group, id) };
          }),
        ),
      applyRetention: (nowMs) => tracked(log.retention.apply(nowMs)),
      subscribe: (options) => tracked(joinGroup(log, options).then(register)),
      tail: (options) => register(openTail(log, options)),
      poll: async (consumer, maxRecords, timeoutMs) =>
        moved(await consumerOf(consumer).poll(maxRecords, timeoutMs)),
      commit: (consumer, records) => tracked(consumerOf(consumer).commit(records)),
      closeConsumer: (consumer) => tracked(closeConsumer(consumer)),
      disconnect: close,
    },
    close,
  };
}

/** The answer, its buffer on the way to whoever asked. */
function moved<Packed extends PackedRecords>(answer: Packed): Packed {
  return transfer(answer, [answer.bytes.buffer]);
}

/** Every topic or none: a specification that cannot be met is found before the first is written. */
function ensureAll(log: Log, specs: readonly TopicSpec[]): void {
  for (const spec of specs) log.topics.check(spec);
  for (const spec of specs) log.topics.ensure(spec);
}
