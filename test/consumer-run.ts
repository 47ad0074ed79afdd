/** A stream and a store in memory, and records put on the topics as they are. */

import { flowTopics } from '../src/consumer/flow-topics.ts';
import { type ConsumerOptions, runConsumer } from '../src/consumer/run-consumer.ts';
import { FLOW_TOPICS, type FlowTopic, INDEXER_GROUP } from '../src/domain/topics.ts';
import { createMemoryStore } from './memory-store.ts';
import { createMemoryStream } from './memory-stream.ts';
import { silentLogger } from './silent-logger.ts';
import { until } from './until.ts';

export async function createTestFlow() {
  const stream = createMemoryStream();
  await stream.ensureTopics(flowTopics(3));
  return { stream, store: createMemoryStore() };
}

export type TestFlow = Awaited<ReturnType<typeof createTestFlow>>;

interface KeyedRecord {
  user: { userId: string };
}

/** Appends records under their person's pseudonym, and texts as they are. */
export async function append({ stream }: TestFlow, topic: FlowTopic, ...records: (KeyedRecord | string)[]) {
  return await stream.produce(
    topic,
    records.map((record) =>
      typeof record === 'string'
        ? { key: null, value: record }
        : { key: record.user.userId, value: JSON.stringify(record) },
    ),
  );
}

/** Runs consumers until everything on the topics is committed, then stops them. */
export async function drain(flow: TestFlow, options: Partial<ConsumerOptions> = {}, members = 1) {
  const stop = new AbortController();
  const runs = Array.from({ length: members }, () =>
    runConsumer({ ...flow, signal: stop.signal, logger: silentLogger, ...options }),
  );
  const failure = Promise.all(runs).then(() => undefined);
  failure.catch(() => undefined);
  await Promise.race([failure, until('all to be committed', () => isDrained(flow, options.topics))]);
  stop.abort();
  return await Promise.all(runs);
}

async function isDrained({ stream }: TestFlow, topics: readonly string[] = FLOW_TOPICS): Promise<boolean> {
  const committed = await stream.committed(INDEXER_GROUP, topics);
  for (const topic of topics) {
    for (const { partition, next } of await stream.offsets(topic)) {
      const offset = committed.find((c) => c.topic === topic && c.partition === partition)?.offset;
      if ((offset ?? 0) < next) return false;
    }
  }
  return true;
}
