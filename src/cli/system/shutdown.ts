/** Ends a process that runs until it is asked to stop: everything that was opened is closed, last first. */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../domain/errors.ts';

/** A stop takes no longer than this; what is not closed by then is durable all the same. */
const GRACE_MS = 10_000;

export interface Closing {
  /**
   * Registers what is to be closed before everything registered earlier. Once closing has begun it is closed at once:
   * a start that is stopped half-way may still open something.
   */
  defer(name: string, close: () => Promise<void> | void): void;
  /** Closes it all. */
  close(): Promise<void>;
}

export function createClosing(): Closing {
  const closers: { name: string; close: () => Promise<void> | void }[] = [];
  let closing = false;
  let closed = Promise.resolve();

  async function closeAll(): Promise<void> {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) {
      try {
        await closer.close();
      } catch (error) {
        process.stderr.write(`matinee: closing ${closer.name} failed: ${messageOf(error)}\n`);
      }
    }
  }

  return {
    defer(name, close) {
      closers.push({ name, close });
      if (closing) closed = closed.then(closeAll);
    },
    async close() {
      closing = true;
      closed = closed.then(closeAll);
      await Promise.race([closed, delay(GRACE_MS, undefined, { ref: false })]);
    },
  };
}

/** Resolves when the process is asked to stop (Ctrl-C, SIGTERM). */
export async function stopRequested(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}

/** Aborts when the process is asked to stop, for work that ends behind what lies under way. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  void stopRequested().then(() => stopping.abort());
  return stopping.signal;
}
