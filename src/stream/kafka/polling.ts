/** A consumer of the port: polls, one after another, from where its membership says that it stands. */
import { setTimeout as pause } from 'node:timers/promises';
import { MatineeError } from '../../domain/errors.ts';
import type { RecordPosition } from '../../domain/position.ts';
import { checkCount } from '../check-count.ts';
import type { Consumer, PollOptions, StreamRecord } from '../stream.ts';
import { hasCode } from './failures.ts';
import type { Positions } from './positions.ts';
import type { Reader } from './reader.ts';
import type { Topics } from './topics.ts';

/** Which partitions a consumer has: those of its group's assignment, or all for a tail. */
export interface Membership {
  /** Brings the positions up to what is assigned now; false while partitions are being dealt and none may be read. */
  refresh(): Promise<boolean>;
  assignment(): readonly { topic: string; partition: number }[];
  commit(records: readonly RecordPosition[]): Promise<void>;
  leave(): Promise<void>;
}

interface Parts {
  reader: Reader;
  topics: Topics;
  positions: Positions;
  membership: Membership;
  /** Says what failed, as a person reads it. */
  failed(doing: string, error: unknown): MatineeError;
  onClose(): void;
}

/** How long the broker is asked to wait at once: after it a changed assignment is noticed. */
const LONG_POLL_MS = 500;
const NOTHING_ASSIGNED_MS = 20;

export function createPolling({ reader, topics, positions, membership, failed, onClose }: Parts): Consumer {
  const closing = Promise.withResolvers<null>();
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();
  let farewell: Promise<void> | null = null;

  /** Cursors that point before the first record kept go there; those behind the end, to the end. */
  async function moveIntoRange(): Promise<void> {
    for (const { topic, partition, offset } of positions.cursors()) {
      const range = (await topics.offsets(topic))[partition];
      if (range === undefined) continue;
      const inside = Math.min(Math.max(offset, range.earliest), range.next);
      if (inside !== offset) positions.add([{ topic, partition, offset: inside }]);
    }
  }

  async function look(waitMs: number): Promise<void> {
    const cursors = positions.cursors();
    if (cursors.length === 0) {
      await pause(Math.min(waitMs, NOTHING_ASSIGNED_MS));
      return;
    }
    try {
      positions.hold(await reader.fetch(cursors, Math.min(waitMs, LONG_POLL_MS)));
    } catch (error) {
      if (!hasCode(error, 'OFFSET_OUT_OF_RANGE')) throw error;
      await moveIntoRange();
    }
  }

  async function next(maxRecords: number, timeoutMs: number): Promise<StreamRecord[]> {
    const deadline = performance.now() + timeoutMs;
    for (let looked = false; !closed; looked = true) {
      const settled = await membership.refresh();
      const held = settled ? positions.take(maxRecords) : [];
      if (held.length > 0) return held;
      const left = deadline - performance.now();
      if (looked && left <= 0) return [];
      if (settled) await look(Math.max(0, left));
      else await pause(Math.min(Math.max(0, left), NOTHING_ASSIGNED_MS));
    }
    return [];
  }

  function checkOpen(): void {
    if (closed) throw new MatineeError('CANCELLED', 'This consumer is closed', { hint: 'Subscribe again.' });
  }

  return {
    async poll({ maxRecords, timeoutMs }: PollOptions) {
      checkOpen();
      checkCount('maxRecords', maxRecords, 1);
      checkCount('timeoutMs', timeoutMs, 0);
      const poll = last.then(async () => {
        const reading = next(maxRecords, timeoutMs).catch((error: unknown) => {
          if (closed) return [];
          throw failed('read', error);
        });
        return (await Promise.race([reading, closing.promise])) ?? [];
      });
      last = poll.catch(() => undefined);
      return poll;
    },
    async commit(records) {
      checkOpen();
      try {
        await membership.commit(records);
      } catch (error) {
        throw failed('commit', error);
      }
    },
    assignment: () => membership.assignment(),
    close() {
      closed = true;
      closing.resolve(null);
      farewell ??= (async () => {
        onClose();
        await membership.leave();
        await reader.close();
      })();
      return farewell;
    },
  };
}
