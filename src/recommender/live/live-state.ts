/**
 * What this instance knows of people now: the store's history, and what the topics hold beyond it. It follows the
 * topics outside of the indexer's group, from where the index stands, so that nothing accepted is forgotten, and a
 * record that comes twice counts once. All of it is in memory and can be lost: the store and the topics are the record.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { Pseudonym } from '../../domain/ids.ts';
import type { Logger } from '../../domain/ports.ts';
import { formatPosition, type RecordPosition } from '../../domain/position.ts';
import { CLEAR_RECORDS, type RecordCipher } from '../../domain/record-cipher.ts';
import { FLOW_TOPICS, INDEXER_GROUP } from '../../domain/topics.ts';
import type { Store } from '../../store/store.ts';
import type { Stream, StreamRecord } from '../../stream/stream.ts';
import type { Person } from '../person.ts';
import { type LiveEvent, readLiveEvent } from './event.ts';
import { createFrontier, type Frontier } from './frontier.ts';
import { createOverlay } from './overlay.ts';
import { createPeople } from './people.ts';
import { followTail } from './tail.ts';
import { createWaiters } from './waiters.ts';

/** What has to have taken in a position: this instance's memory, or the index. */
export type AnswersFrom = 'live' | 'index';

export interface LiveState {
  /** The person as known now; at once when they are in memory. Rejects when the store cannot be read. */
  person(pseudonym: Pseudonym): Person | Promise<Person>;
  /** Takes in a record that this instance has just produced, without waiting to read it back. Null changes nothing. */
  accepted(position: RecordPosition, event: LiveEvent | null): void;
  /**
   * Resolves once all of these are taken in. `TIMEOUT` when that takes longer than `timeoutMs`, `BAD_INPUT` for a
   * partition that does not exist.
   */
  waitFor(positions: readonly RecordPosition[], where: AnswersFrom, timeoutMs: number): Promise<void>;
  /** Calls back whenever the index has taken in more, with the topics that it was of. */
  onIndexed(listener: (topics: ReadonlySet<string>) => void): void;
  /** Drops somebody from memory. */
  forget(pseudonym: Pseudonym): void;
  /** Whether somebody more fits in memory without anybody being dropped. */
  hasRoom(): boolean;
  close(): Promise<void>;
}

export interface LiveStateOptions {
  stream: Pick<Stream, 'tail' | 'offsets' | 'committed'>;
  store: Pick<Store, 'ratingsOf' | 'interactionsOf'>;
  logger: Logger;
  /** Opens the records; left out, they lie in the clear. */
  cipher?: Pick<RecordCipher, 'open'>;
  /** What the people in memory may take, in bytes. */
  maxPeopleBytes?: number;
  /** How many events this instance reads ahead of the index before it waits for it. */
  maxPending?: number;
}

const DEFAULT_MAX_PEOPLE_BYTES = 2 ** 30;
const DEFAULT_MAX_PENDING = 500_000;
/** How often the index is asked how far it has come: in passing, and while a request waits for it. */
const COMMIT_CHECK_MS = 100;
const COMMIT_WAIT_MS = 5;

/** Starts following the topics, which must exist. */
export async function startLiveState(options: LiveStateOptions): Promise<LiveState> {
  const { stream, logger, cipher = CLEAR_RECORDS } = options;
  const maxPending = options.maxPending ?? DEFAULT_MAX_PENDING;
  const start = await startingPositions(stream);
  const tailed = frontierAt(start);
  const indexed = frontierAt(start);
  const overlay = createOverlay();
  const people = createPeople({
    store: options.store,
    logger,
    pendingOf: overlay.pendingOf,
    maxBytes: options.maxPeopleBytes ?? DEFAULT_MAX_PEOPLE_BYTES,
  });
  const waiters = createWaiters();
  const indexListeners: ((topics: ReadonlySet<string>) => void)[] = [];
  const stop = new AbortController();

  function takeIn(position: RecordPosition, event: LiveEvent | null): void {
    if (event === null || tailed.covers(position)) return;
    if (!indexed.covers(position)) overlay.add(position, event);
    people.apply(event);
  }

  async function onRecords(records: readonly StreamRecord[]): Promise<void> {
    // What this instance has produced itself it knows already.
    const fresh = records.filter((record) => !tailed.covers(record));
    const opened = await cipher.open(fresh);
    for (const [place, record] of fresh.entries()) {
      const inside = opened[place];
      if (inside?.kind === 'clear') takeIn(record, readLiveEvent({ ...record, value: inside.value }));
    }
    for (const record of records) {
      tailed.reach(record.topic, record.partition, record.offset + 1);
    }
    if (records.length > 0) waiters.recheck();
  }

  async function checkCommits(): Promise<void> {
    const advanced = new Set<string>();
    for (const { topic, partition, offset } of await stream.committed(INDEXER_GROUP, FLOW_TOPICS)) {
      if (offset === null) continue;
      if (offset > (indexed.next(topic, partition) ?? 0)) advanced.add(topic);
      indexed.reach(topic, partition, offset);
      overlay.settle({ topic, partition, offset }).forEach(people.caughtUp);
    }
    if (advanced.size > 0) for (const listener of indexListeners) listener(advanced);
  }

  async function watchCommits(): Promise<void> {
    while (!stop.signal.aborted) {
      await checkCommits().catch((failure: unknown) => {
        logger.warn(
          { reason: messageOf(failure) },
          'How far the index has come could not be read; trying again',
        );
      });
      await delay(COMMIT_CHECK_MS, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    }
  }

  async function indexReaches(positions: readonly RecordPosition[], timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (!positions.every(indexed.covers)) {
      if (performance.now() >= deadline || stop.signal.aborted) return false;
      await checkCommits();
      if (!positions.every(indexed.covers)) await delay(COMMIT_WAIT_MS);
    }
    return true;
  }

  const consumer = await stream.tail({ topics: FLOW_TOPICS, from: 'earliest', offsets: start });
  const tail = followTail({ consumer, logger, onRecords, hasRoom: () => overlay.size() < maxPending });
  const watching = watchCommits();

  return {
    person: people.person,
    hasRoom: people.hasRoom,
    onIndexed: (listener) => indexListeners.push(listener),
    forget(pseudonym) {
      overlay.forget(pseudonym);
      people.forget(pseudonym);
    },
    accepted(position, event) {
      takeIn(position, event);
      tailed.reachOne(position);
      waiters.recheck();
    },
    async waitFor(positions, where, timeoutMs) {
      refuseUnknown(positions, tailed);
      const reached =
        where === 'live'
          ? await waiters.wait(() => positions.every(tailed.covers), timeoutMs)
          : await indexReaches(positions, timeoutMs);
      if (!reached) throw tooLate(positions, timeoutMs);
    },
    async close() {
      stop.abort();
      await Promise.all([tail.close(), watching]);
    },
  };
}

/** For each partition where the index stands, or the oldest record kept where it has not begun. */
async function startingPositions(stream: Pick<Stream, 'offsets' | 'committed'>): Promise<RecordPosition[]> {
  const committed = await stream.committed(INDEXER_GROUP, FLOW_TOPICS);
  const ofTopic = async (topic: string) =>
    (await stream.offsets(topic)).map(({ partition, earliest }) => {
      const known = committed.find((entry) => entry.topic === topic && entry.partition === partition);
      return { topic, partition, offset: Math.max(earliest, known?.offset ?? 0) };
    });
  return (await Promise.all(FLOW_TOPICS.map(ofTopic))).flat();
}

function frontierAt(positions: readonly RecordPosition[]): Frontier {
  const frontier = createFrontier();
  for (const { topic, partition, offset } of positions) frontier.reach(topic, partition, offset);
  return frontier;
}

function refuseUnknown(positions: readonly RecordPosition[], known: Frontier): void {
  const unknown = positions.find(({ topic, partition }) => known.next(topic, partition) === undefined);
  if (unknown === undefined) return;
  throw new MatineeError(
    'BAD_INPUT',
    `There is no partition ${unknown.partition} of a topic "${unknown.topic}" here`,
    {
      hint: 'Give `after` the position of an earlier answer, as it is.',
    },
  );
}

function tooLate(positions: readonly RecordPosition[], timeoutMs: number): MatineeError {
  const seconds = timeoutMs / 1_000;
  return new MatineeError(
    'TIMEOUT',
    `Position ${formatPosition(positions)} did not show within ${seconds} s`,
    {
      hint: 'Ask again: what was accepted is kept, and shows once the flow has caught up.',
    },
  );
}
