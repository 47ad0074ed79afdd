/** The dead letters of the flow: list, show, count and replay them. */
import { deadTopicOf, FLOW_TOPICS, type FlowTopic } from '../domain/topics.ts';
import type { Stream } from '../stream/stream.ts';
import { createDeadLetterLedger } from './dead-letter-ledger.ts';
import {
  type DeadLetter,
  type DeadLetterSummary,
  readDeadTopicEntry,
  toMarker,
  toReplayedRecord,
} from './dead-letter-record.ts';

type DeadLetterStream = Pick<Stream, 'offsets' | 'read' | 'produce'>;

/** Which letters; every condition must hold, and none means all. */
export interface DeadLetterFilter {
  topic?: FlowTopic;
  reason?: string;
  ids?: readonly string[];
}

export interface DeadLetters {
  /** Letters not replayed yet, oldest first. */
  list(filter?: DeadLetterFilter): Promise<DeadLetterSummary[]>;
  /** One letter with its bytes; null when there is none, or it has been replayed. */
  show(id: string): Promise<DeadLetter | null>;
  count(filter?: DeadLetterFilter): Promise<number>;
  /**
   * Puts the letters' bytes back on their topics, then marks them replayed, and says how many there were. A crash
   * between the two replays them once more, which changes nothing in the index. Replaying again does nothing.
   */
  replay(filter?: DeadLetterFilter): Promise<number>;
}

const REPLAY_BATCH = 200;

/** Opens the letters of a stream. A call reads only what has been added since the last: a count may be asked often. */
export function openDeadLetters(stream: DeadLetterStream): DeadLetters {
  const ledger = createDeadLetterLedger(stream);
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs one operation after the other: two replays at once would put the same letter back twice. */
  function inTurn<T>(operation: () => Promise<T>): Promise<T> {
    const result = queue.then(operation);
    queue = result.catch(() => undefined);
    return result;
  }

  async function select(filter: DeadLetterFilter = {}): Promise<DeadLetterSummary[]> {
    await ledger.refresh();
    return [...ledger.open()].filter(matcherOf(filter)).sort((one, other) => one.failedAt - other.failedAt);
  }

  async function replay(filter?: DeadLetterFilter): Promise<number> {
    const summaries = await select(filter);
    let replayed = 0;
    for (const topic of FLOW_TOPICS) {
      const ofTopic = summaries.filter((summary) => summary.topic === topic);
      for (let start = 0; start < ofTopic.length; start += REPLAY_BATCH) {
        const letters = await readLetters(stream, ofTopic.slice(start, start + REPLAY_BATCH));
        if (letters.length === 0) continue;
        await stream.produce(topic, letters.map(toReplayedRecord));
        await stream.produce(deadTopicOf(topic), letters.map(toMarker));
        for (const { id } of letters) ledger.settle(id);
        replayed += letters.length;
      }
    }
    return replayed;
  }

  return {
    list: (filter) => inTurn(() => select(filter)),
    count: (filter) => inTurn(async () => (await select(filter)).length),
    replay: (filter) => inTurn(() => replay(filter)),
    show: (id) =>
      inTurn(async () => {
        const [letter] = await readLetters(stream, await select({ ids: [id] }));
        return letter ?? null;
      }),
  };
}

function matcherOf({ topic, reason, ids }: DeadLetterFilter): (letter: DeadLetterSummary) => boolean {
  const wanted = ids === undefined ? null : new Set(ids);
  return (letter) =>
    (topic === undefined || letter.topic === topic) &&
    (reason === undefined || letter.reason === reason) &&
    (wanted === null || wanted.has(letter.id));
}

/** The letters with their bytes, without those that retention has dropped meanwhile. */
async function readLetters(
  stream: Pick<Stream, 'read'>,
  summaries: readonly DeadLetterSummary[],
): Promise<DeadLetter[]> {
  const letters = summaries.map(async ({ topic, position: { topic: deadTopic, partition, offset } }) => {
    const [record] = await stream.read(deadTopic, partition, offset, 1);
    if (record === undefined || record.offset !== offset) return null;
    const entry = readDeadTopicEntry(topic, record);
    return 'letter' in entry ? entry.letter : null;
  });
  return (await Promise.all(letters)).filter((letter) => letter !== null);
}
