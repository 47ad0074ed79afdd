/** The waiting part of `poll`: reads from cursors until there is something, the time is over or the reader leaves. */
import type { Cursor, LogReader } from './log-reader.ts';
import type { PackedRecords } from './protocol.ts';
import type { WakeSignal } from './wake-signal.ts';

export interface Polling {
  poll(maxRecords: number, timeoutMs: number): Promise<PackedRecords>;
  /** Ends a poll under way, and those to come, with nothing. */
  stop(): void;
}

function nothing(): PackedRecords {
  return { bytes: new Uint8Array(0), runs: [] };
}

/** `cursorsNow` gives where the reader stands in each partition that is its own at this moment. */
export function createPolling(
  read: LogReader,
  signal: WakeSignal,
  cursorsNow: () => Promise<readonly Cursor[]>,
): Polling {
  let stopped = false;
  let looks = 0;

  /** Begins with another partition each time, so that a busy one does not hide the others. */
  function rotated(cursors: readonly Cursor[]): readonly Cursor[] {
    const first = cursors.length === 0 ? 0 : looks++ % cursors.length;
    return [...cursors.slice(first), ...cursors.slice(0, first)];
  }

  return {
    async poll(maxRecords, timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      while (!stopped) {
        const cursors = await cursorsNow();
        if (stopped) break;
        // From here to the wait nothing else runs, so that no append can slip in between unseen.
        const answer = read(rotated(cursors), maxRecords);
        const left = deadline - performance.now();
        if (answer.runs.length > 0 || left <= 0) return answer;
        await signal.wait(left);
      }
      return nothing();
    },
    stop() {
      stopped = true;
      signal.wake();
    },
  };
}
