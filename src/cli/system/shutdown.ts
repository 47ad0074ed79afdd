/** Ends a process that runs until it is asked to stop: everything that was opened is closed, last first. */
import { setTimeout as delay } from 'node:timers/promises';
import { messageOf } from '../../domain/errors.ts';

/** A stop takes 10 s at most, with the last second of the process itself; what is not closed by then is durable all the same. */
const GRACE_MS = 9_000;
const SAME_REQUEST_MS = 1_000;
/** What a shell calls ended by SIGINT. */
const FORCED_EXIT = 130;

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

/** Resolves when the process is asked to stop (Ctrl-C, SIGTERM). Asked once more a second later, it ends at once. */
export async function stopRequested(): Promise<void> {
  const { promise: stopping, resolve } = Promise.withResolvers<void>();
  let askedAt: number | null = null;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      askedAt ??= performance.now();
      // A terminal and the npm that it runs both pass the same Ctrl-C on: that is asking once.
      if (performance.now() - askedAt > SAME_REQUEST_MS) process.exit(FORCED_EXIT);
      resolve();
    });
  }
  await stopping;
}

/** Aborts when the process is asked to stop, for work that ends behind what lies under way. */
export function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  void stopRequested().then(() => stopping.abort());
  return stopping.signal;
}
