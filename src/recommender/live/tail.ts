/** Follows the topics outside of the group, a slice at a time, so that requests go in between. */
import { setTimeout as delay, setImmediate as yieldToRequests } from 'node:timers/promises';
import { messageOf } from '../../domain/errors.ts';
import type { Logger } from '../../domain/ports.ts';
import type { Consumer, StreamRecord } from '../../stream/stream.ts';

export interface TailLoopOptions {
  consumer: Pick<Consumer, 'poll' | 'close'>;
  logger: Logger;
  /** Deals with a slice; the next is read once it has. What it rejects with is met by doing the same slice again. */
  onRecords(records: readonly StreamRecord[]): Promise<void>;
  /** Whether more records may come now; asked again every `ROOM_CHECK_MS` while not. */
  hasRoom(): boolean;
}

/** Records dealt with before requests get their turn: under a millisecond of work. */
const SLICE = 256;
const POLL_MS = 1_000;
const ROOM_CHECK_MS = 20;
const RETRY_MS = 500;

/** Starts following; `close` stops and resolves when nothing runs any more. */
export function followTail(options: TailLoopOptions): { close(): Promise<void> } {
  const { consumer, logger, onRecords, hasRoom } = options;
  let closing = false;
  /** Read, and not dealt with yet. */
  let waiting: StreamRecord[] = [];

  async function slice(): Promise<void> {
    if (!hasRoom()) {
      await delay(ROOM_CHECK_MS);
      return;
    }
    if (waiting.length === 0) waiting = await consumer.poll({ maxRecords: SLICE, timeoutMs: POLL_MS });
    await onRecords(waiting);
    waiting = [];
    await yieldToRequests();
  }

  async function follow(): Promise<void> {
    while (!closing) {
      await slice().catch(async (failure: unknown) => {
        if (closing) return;
        logger.warn({ reason: messageOf(failure) }, 'The topics could not be read; trying again');
        await delay(RETRY_MS);
      });
    }
  }

  const following = follow();
  return {
    async close() {
      closing = true;
      await consumer.close();
      await following;
    },
  };
}
