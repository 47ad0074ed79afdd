/**
 * Reads people into memory before they ask, and folds them in to the version that serves, so that the first answer for
 * somebody costs no more than the next. It works in small pieces between which requests are answered, and rests while
 * the thread has much to do.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../domain/errors.ts';
import type { Pseudonym } from '../../domain/ids.ts';
import type { Logger } from '../../domain/ports.ts';
import type { Store } from '../../store/store.ts';
import type { Person } from '../person.ts';
import type { LiveState } from './live-state.ts';

export interface ReadAheadOptions {
  store: Pick<Store, 'scanUsers'>;
  live: Pick<LiveState, 'person' | 'hasRoom'>;
  /** Computes for a person whatever an answer needs. */
  prepare: (person: Person) => void;
  logger: Logger;
}

export interface ReadAhead {
  /** Begins with the first person again: another version serves, or a load is done. */
  again(): void;
  /** Resolves when nobody is left to read. */
  done(): Promise<void>;
  close(): Promise<void>;
}

/** People read at once: some 3 ms of the thread's time. */
const PEOPLE_A_PIECE = 32;
/** The share of a rest in which the thread may work for others before the rest is a long one. */
const BUSY_SHARE = 0.5;
const REST_MS = 1;
const LONG_REST_MS = 25;

/** Reads nobody until `again` is called. */
export function createReadAhead(options: ReadAheadOptions): ReadAhead {
  let stop = new AbortController();
  let pass = Promise.resolve();

  async function readEverybody(signal: AbortSignal): Promise<void> {
    const { store, live, prepare } = options;
    let coming: Promise<Person[]> = Promise.resolve([]);
    for await (const piece of piecesOf(store.scanUsers())) {
      const people = await coming;
      const goesOn = !signal.aborted && live.hasRoom();
      // The store reads the next while these are folded in.
      coming = goesOn
        ? Promise.all(piece.map(async (pseudonym) => live.person(pseudonym)))
        : Promise.resolve([]);
      // A failure is met when it is awaited; until then it must not count as unhandled.
      coming.catch(() => undefined);
      people.forEach(prepare);
      if (!goesOn) return;
      await rest();
    }
    (await coming).forEach(prepare);
  }

  return {
    again() {
      stop.abort();
      stop = new AbortController();
      const { signal } = stop;
      pass = pass
        .then(() => readEverybody(signal))
        .catch((failure: unknown) => {
          options.logger.warn(
            { reason: messageOf(failure) },
            'People could not be read in ahead; they are when they ask',
          );
        });
    },
    done: () => pass,
    async close() {
      stop.abort();
      await pass;
    },
  };
}

async function* piecesOf(blocks: AsyncIterable<Pseudonym[]>): AsyncGenerator<Pseudonym[]> {
  for await (const block of blocks) {
    for (let first = 0; first < block.length; first += PEOPLE_A_PIECE)
      yield block.slice(first, first + PEOPLE_A_PIECE);
  }
}

/** A short rest, and a long one if the thread worked for others meanwhile. */
async function rest(): Promise<void> {
  const before = performance.eventLoopUtilization();
  await delay(REST_MS, undefined, { ref: false });
  if (performance.eventLoopUtilization(before).utilization > BUSY_SHARE) {
    await delay(LONG_REST_MS, undefined, { ref: false });
  }
}
