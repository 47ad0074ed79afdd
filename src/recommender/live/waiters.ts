/** Requests that wait for something to become true. */

export interface Waiters {
  /** Resolves to true once `holds()` does, to false when that takes longer than `timeoutMs`. */
  wait(holds: () => boolean, timeoutMs: number): Promise<boolean>;
  /** Looks again: to be called whenever something may have become true. */
  recheck(): void;
}

export function createWaiters(): Waiters {
  const waiting = new Set<{ holds: () => boolean; done: (held: boolean) => void }>();
  return {
    wait(holds, timeoutMs) {
      if (holds()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const waiter = { holds, done };
        const timer = setTimeout(() => done(false), timeoutMs);
        function done(held: boolean): void {
          clearTimeout(timer);
          waiting.delete(waiter);
          resolve(held);
        }
        waiting.add(waiter);
      });
    },
    recheck() {
      for (const waiter of waiting) if (waiter.holds()) waiter.done(true);
    },
  };
}
