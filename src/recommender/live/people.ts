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
import { createPerson, historyChanged, type Person } from '../person.ts';
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
}

export interface PeopleOptions {
  store: Pick<Store, 'ratingsOf' | 'interactionsOf'>;
  logger: Logger;
  pendingOf(pseudonym: Pseudonym): History | undefined;
  /** Films of histories held in memory, over all persons. */
  maxFilmsHeld: number;
}

interface Resident {
  person: Person;
  /** Whether the store has something to say that it had not when this was read. */
  stale: boolean;
}

/** What a person costs in memory besides their history, in films of a history. */
const OVERHEAD_IN_FILMS = 50;
/** After this, a person is read again whatever happens: the store may have changed by other ways than the topics. */
const MAX_AGE_MS = 10 * 60_000;

export function createPeople(options: PeopleOptions): People {
  const { store, logger, pendingOf } = options;
  const residents = new LRUCache<Pseudonym, Resident>({
    maxSize: options.maxFilmsHeld,
    sizeCalculation: ({ person }) => person.history.films.size + OVERHEAD_IN_FILMS,
    ttl: MAX_AGE_MS,
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
    residents.set(pseudonym, { person, stale: false });
    return person;
  }

  function readAgain(pseudonym: Pseudonym, resident: Resident): void {
    resident.stale = false;
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
      if (resident.stale) readAgain(pseudonym, resident);
      return resident.person;
    },
    apply(event) {
      const entry = reading.get(event.person);
      if (entry !== undefined) applyEvent(entry.history, event);
      const person = residents.peek(event.person)?.person;
      if (person !== undefined && applyEvent(person.history, event)) historyChanged(person);
    },
    caughtUp(pseudonym) {
      const resident = residents.peek(pseudonym);
      if (resident !== undefined) resident.stale = true;
    },
    forget(pseudonym) {
      residents.delete(pseudonym);
      reading.delete(pseudonym);
    },
  };
}
