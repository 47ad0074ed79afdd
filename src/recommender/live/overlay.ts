/**
 * What the stream has accepted and the index may not have yet, by person: laid over the store's history it gives
 * what is known now. Pruned as the indexer commits.
 */
import type { Pseudonym } from '../../domain/ids.ts';
import type { RecordPosition } from '../../domain/position.ts';
import { emptyHistory, type History } from '../history.ts';
import { applyEvent, type LiveEvent } from './event.ts';

export interface Overlay {
  add(at: RecordPosition, event: LiveEvent): void;
  /** What is pending of a person; undefined for nothing. Not to be changed. */
  pendingOf(person: Pseudonym): History | undefined;
  /**
   * Says that the index has everything of a partition below `at.offset`. Returns the persons of whom nothing is
   * pending any more.
   */
  settle(at: RecordPosition): Pseudonym[];
  /** Drops what is pending of a person of whom nothing more will come. */
  forget(person: Pseudonym): void;
  /** How many events are kept. */
  size(): number;
}

interface Pending {
  /** How many of the events below are this person's. */
  events: number;
  history: History;
}

interface QueuedEvent {
  offset: number;
  person: Pseudonym;
}

/** How many settled entries a queue drags along before it is cut. */
const CUT_AFTER = 4_096;

export function createOverlay(): Overlay {
  const persons = new Map<Pseudonym, Pending>();
  const queues = new Map<string, { events: QueuedEvent[]; head: number }>();
  let size = 0;

  function queueOf({ topic, partition }: RecordPosition) {
    const name = `${topic}:${partition}`;
    const queue = queues.get(name) ?? { events: [], head: 0 };
    queues.set(name, queue);
    return queue;
  }

  /** A person's events go together, once the last is settled: a tombstone among them must outlive what it takes back. */
  function settleOne(person: Pseudonym, settled: Pseudonym[]): void {
    const pending = persons.get(person);
    if (pending === undefined) return;
    pending.events -= 1;
    if (pending.events > 0) return;
    persons.delete(person);
    settled.push(person);
  }

  return {
    add(at, event) {
      const pending = persons.get(event.person) ?? { events: 0, history: emptyHistory() };
      persons.set(event.person, pending);
      pending.events += 1;
      applyEvent(pending.history, event);
      queueOf(at).events.push({ offset: at.offset, person: event.person });
      size += 1;
    },
    pendingOf: (person) => persons.get(person)?.history,
    settle(at) {
      const queue = queueOf(at);
      const settled: Pseudonym[] = [];
      let next = queue.events[queue.head];
      while (next !== undefined && next.offset < at.offset) {
        settleOne(next.person, settled);
        size -= 1;
        queue.head += 1;
        next = queue.events[queue.head];
      }
      if (next === undefined || queue.head > CUT_AFTER) {
        queue.events.splice(0, queue.head);
        queue.head = 0;
      }
      return settled;
    },
    forget(person) {
      persons.delete(person);
    },
    size: () => size,
  };
}
