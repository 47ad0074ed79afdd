/**
 * Wakes polls that wait for something to happen in the log: at once for what this process wrote, within a few
 * milliseconds for what others did.
 */

/** How often the log is looked at for the writes of other processes, while somebody waits. */
const LOOK_EVERY_MS = 2;
/** A timer set to more would fire at once. */
const LONGEST_TIMEOUT_MS = 2_147_483_647;

export interface WakeSignal {
  /** Resolves after something may have changed, or after `timeoutMs`. */
  wait(timeoutMs: number): Promise<void>;
  /** Something changed: everybody looks again. */
  wake(): void;
}

/** `dataVersion` gives a number that changes with every commit of another connection. */
export function createWakeSignal(dataVersion: () => number): WakeSignal {
  const waiting = new Set<() => void>();
  let seen = dataVersion();
  let looking: NodeJS.Timeout | undefined;

  function wake(): void {
    for (const resolve of [...waiting]) resolve();
  }

  function look(): void {
    try {
      const version = dataVersion();
      if (version === seen) return;
      seen = version;
    } catch {
      // Whoever waits reads the log now, fails in the same way, and tells its caller.
    }
    wake();
  }

  return {
    wake,
    // A version that changed before anybody waited is still unseen, and wakes on the first look.
    wait: (timeoutMs) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          if (waiting.size === 0) {
            clearInterval(looking);
            looking = undefined;
          }
          resolve();
        };
        const timer = setTimeout(done, Math.min(timeoutMs, LONGEST_TIMEOUT_MS));
        waiting.add(done);
        looking ??= setInterval(look, LOOK_EVERY_MS);
      }),
  };
}
