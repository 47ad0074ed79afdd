/**
 * One stream of server-sent events (WHATWG HTML, 9.2). What its reader has not taken yet is kept once of each kind, the
 * newest: each says how things are now, and so a slow reader misses nothing and costs a few hundred bytes.
 */
import { Readable } from 'node:stream';

export interface EventStream {
  readable: Readable;
  /** `data` is of one line. */
  tell(kind: string, data: string): void;
  /** A comment that shows that the connection lives; false when the one before has not been taken yet. */
  beat(): boolean;
  /** Nothing more comes after what was told. */
  end(): void;
}

/** How long a browser waits before it comes back, in milliseconds. */
const RETRY_MS = 2_000;
const BUFFERED_BYTES = 1_024;
const BEAT = 'beat';

export function createEventStream(): EventStream {
  const waiting = new Map<string, string>([['retry', `retry: ${RETRY_MS}\n\n`]]);
  let wanted = false;
  let ending = false;
  const readable = new Readable({
    highWaterMark: BUFFERED_BYTES,
    read() {
      wanted = true;
      pass();
    },
  });

  function pass(): void {
    for (const [kind, frame] of waiting) {
      if (!wanted) return;
      waiting.delete(kind);
      wanted = readable.push(frame);
    }
    if (ending && wanted) {
      wanted = false;
      readable.push(null);
    }
  }

  function put(kind: string, frame: string): void {
    if (ending) return;
    // Behind what waits already, so that a newer one comes in its order.
    waiting.delete(kind);
    waiting.set(kind, frame);
    pass();
  }

  return {
    readable,
    tell: (kind, data) => put(kind, `event: ${kind}\ndata: ${data}\n\n`),
    beat() {
      if (waiting.has(BEAT)) return false;
      put(BEAT, ': beat\n\n');
      return true;
    },
    end() {
      ending = true;
      pass();
    },
  };
}
