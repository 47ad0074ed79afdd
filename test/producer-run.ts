/** Runs a producer into a stream in memory, with a position in memory and no time lost in waits. */

import { asPseudonym } from '../src/domain/ids.ts';
import { isJsonObject, type JsonObject } from '../src/domain/json.ts';
import type { Pseudonymiser } from '../src/domain/ports.ts';
import { MOVIES_TOPIC } from '../src/domain/topics.ts';
import type { ProducerPosition, ResumePosition } from '../src/producer/resume-position.ts';
import { type ProducerOptions, runProducer } from '../src/producer/run-producer.ts';
import { createMemoryStream } from './memory-stream.ts';
import { silentLogger } from './silent-logger.ts';

/** Recognisable pseudonyms, of no secrecy at all. */
export const testPseudonymiser: Pseudonymiser = {
  fingerprint: 'test',
  pseudonymise: (userId) => asPseudonym(`pseudonym-of-${userId.padStart(10, '-')}`),
};

export interface MemoryPosition extends ResumePosition {
  position: ProducerPosition | null;
}

export function resumeInMemory(): MemoryPosition {
  const memory: MemoryPosition = {
    position: null,
    load: () => Promise.resolve(memory.position),
    save(position) {
      memory.position = position;
      return Promise.resolve();
    },
  };
  return memory;
}

/** One partition, so that the order of the topic is that of the producer. */
export async function createTestTopics() {
  const stream = createMemoryStream();
  const topics = [MOVIES_TOPIC, 'movies.dead'];
  await stream.ensureTopics(topics.map((name) => ({ name, partitions: 1, retentionMs: null })));
  return stream;
}

type TestStream = Awaited<ReturnType<typeof createTestTopics>>;

export async function produce(sourceUrl: string, options: Partial<ProducerOptions> & { stream: TestStream }) {
  return await runProducer({
    sourceUrl,
    pseudonymiser: testPseudonymiser,
    resume: resumeInMemory(),
    signal: new AbortController().signal,
    logger: silentLogger,
    backOff: { baseMs: 1, capMs: 2 },
    maxAttempts: 4,
    ...options,
  });
}

/** The JSON of every record on a topic, in order. */
export async function recordsOn(stream: TestStream, topic: string = MOVIES_TOPIC): Promise<JsonObject[]> {
  const records = await stream.read(topic, 0, 0, 1_000_000);
  return records.map(({ value }) => {
    const record: unknown = JSON.parse(Buffer.from(value).toString());
    return isJsonObject(record) ? record : {};
  });
}

/** What tells the ratings of `sourceRatings` apart. */
export async function timestampsOn(stream: TestStream): Promise<unknown[]> {
  return (await recordsOn(stream)).map(({ timestamp }) => timestamp);
}
