/**
 * The people in memory: a bounded cache, never the record. Somebody who is not there is read from the store, and what
 * is pending in the overlay, and what arrives while the store is being read, is laid over.
 */
import { LRUCache } from 'lru-cache';
import { messageOf } from '../../domain/errors.ts';
import type { Pseudonym } from '../../domain/ids.ts';
import type { Logger } from '../../domain/ports.ts';
import type { Store } from '../../store/store.ts';
import { emptyHistory, type History, mergeHistory, sayTheSame } from '../history.ts';
import { bytesOf, createPerson, historyChanged, type Person } from '../person.ts';
import { readHistory } from '../read-history.ts';
import { applyEvent, type LiveEvent } from './event.ts';

export interface People {
  /** The person as known now; at once when they are in memory. Rejects when the store cannot be read. */
  person(pseudonym: Pseudonym): Person | Promise<Person>;
  /** Takes in an event of somebody who is in memory or being read; nobody else is touched. */
  apply(event: LiveEvent): void;
  /** Says that the index has caught up with somebody: they are read again, behind the next request for them. */
  caughtUp(pseudonym: Pseudonym): void;
  /** Drops somebody from memory. */
  forget(pseudonym: Pseudonym): void;
  /** Whether somebody more fits in memory without anybody being dropped. */
  hasRoom(): boolean;
}

export interface PeopleOptions {
  store: Pick<Store, 'ratingsOf' | 'interactionsOf'>;
  logger: Logger;
  pendingOf(pseudonym: Pseudonym): History | undefined;
  /** What all persons may take in memory. */
  maxBytes: number;
}

interface Resident {
  person: Person;
  /** Whether the store has something to say that it had not when this was read. */
  stale: boolean;
  /** By `performance.now()`. */
  readAt: number;
}

/** After this, a person is read again whatever happens: the store may have changed by other ways than the topics. */
const MAX_AGE_MS = 10 * 60_000;
/** The least that a person is counted for when looking for room. */
const PERSON_BYTES = 4_096;

export function createPeople(options: PeopleOptions): People {
  const { store, logger, pendingOf } = options;
  const residents = new LRUCache<Pseudonym, Resident>({
    maxSize: options.maxBytes,
    sizeCalculation: ({ person }) => bytesOf(person),
  });
  const reading = new Map<Pseudonym, { history: History; done: Promise<Person> }>();

  function read(pseudonym: Pseudonym): Promise<Person> {
    const known = reading.get(pseudonym);
    if (known !== undefined) return known.done;
    const history = emptyHistory();
    // Before the store is asked: what is settled later is either in the store's answer or in this copy.
    const pending = pendingOf(pseudonym);
    if (pending !== undefined) mergeHistory(history, pending);
    const entry = { history, done: readStore(pseudonym, history) };
    reading.set(pseudonym, entry);
    return entry.done.finally(() => {
      if (reading.get(pseudonym) === entry) reading.delete(pseudonym);
    });
  }

  async function readStore(pseudonym: Pseudonym, history: History): Promise<Person> {
    await readHistory(store, pseudonym, history);
    return settleIn(pseudonym, history);
  }

  /** Keeps whom we have, with what was computed for them, when the store says nothing new; nobody forgotten meanwhile. */
  function settleIn(pseudonym: Pseudonym, history: History): Person {
    if (reading.get(pseudonym)?.history !== history) return createPerson(history);
    const known = residents.peek(pseudonym)?.person;
    const person = known !== undefined && sayTheSame(known.history, history) ? known : createPerson(history);
    residents.set(pseudonym, { person, stale: false, readAt: performance.now() });
    return person;
  }

  function readAgain(pseudonym: Pseudonym, resident: Resident): void {
    resident.stale = false;
    resident.readAt = performance.now();
    read(pseudonym).catch((failure: unknown) => {
      resident.stale = true;
      logger.warn(
        { reason: messageOf(failure) },
        'A history could not be read again; the one in memory serves on',
      );
    });
  }

  return {
    person(pseudonym) {
      const resident = residents.get(pseudonym);
      if (resident === undefined) return read(pseudonym);
      if (resident.stale || performance.now() - resident.readAt > MAX_AGE_MS) readAgain(pseudonym, resident);
      return resident.person;
    },
    apply(event) {
      const entry = reading.get(event.person);
      if (entry !== undefined) applyEvent(entry.history, event);
      const resident = residents.peek(event.person);
      if (resident === undefined || !applyEvent(resident.person.history, event)) return;
      historyChanged(resident.person);
      // What they take in memory has changed.
      residents.set(event.person, resident);
    },
    caughtUp(pseudonym) {
      const resident = residents.peek(pseudonym);
      if (resident !== undefined) resident.stale = true;
    },
    forget(pseudonym) {
      residents.delete(pseudonym);
      reading.delete(pseudonym);
    },
    hasRoom: () => residents.calculatedSize + PERSON_BYTES < options.maxBytes,
  };
}
