/** A consumer as its user holds it: one poll at a time, over the port to the log thread. */
import { MatineeError } from '../../domain/errors.ts';
import { checkCount } from '../check-count.ts';
import type { Consumer, PollOptions, StreamRecord } from '../stream.ts';
import type { LogRemote, Subscription } from './protocol.ts';
import { unpackRecords } from './record-frame.ts';

/** `live` gives the calls to the thread or throws why there are none; `closed` is told when the consumer has left. */
export function createRemoteConsumer(
  live: () => LogRemote,
  { consumer, assignment }: Subscription,
  closed: () => void,
): Consumer {
  let assigned = assignment;
  let turn: Promise<unknown> = Promise.resolve();
  let leaving: Promise<void> | null = null;

  async function pollOnce({ maxRecords, timeoutMs }: PollOptions): Promise<StreamRecord[]> {
    if (leaving) return [];
    const answer = await live().poll(consumer, maxRecords, timeoutMs);
    assigned = answer.assignment ?? assigned;
    return leaving ? [] : unpackRecords(answer);
  }

  async function leave(): Promise<void> {
    await live().closeConsumer(consumer);
    closed();
  }

  function checkOpen(): void {
    if (leaving) throw new MatineeError('CANCELLED', 'This consumer is closed', { hint: 'Subscribe again.' });
  }

  return {
    async poll(options) {
      checkOpen();
      checkCount('maxRecords', options.maxRecords, 1);
      checkCount('timeoutMs', options.timeoutMs, 0);
      const answer = turn.then(() => pollOnce(options));
      turn = answer.catch(() => undefined);
      return answer;
    },
    async commit(records) {
      checkOpen();
      await live().commit(
        consumer,
        records.map(({ topic, partition, offset }) => ({ topic, partition, offset })),
      );
    },
    assignment: () => assigned,
    close() {
      leaving ??= leave();
      return leaving;
    },
  };
}
