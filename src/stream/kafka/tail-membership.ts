/** A reader outside of any group has every partition of its topics, for good. */
import { MatineeError } from '../../domain/errors.ts';
import type { TailOptions } from '../stream.ts';
import type { Membership } from './polling.ts';
import type { Positions } from './positions.ts';
import type { Topics } from './topics.ts';

export async function createTail(
  topics: Topics,
  positions: Positions,
  { topics: names, from, offsets = [] }: TailOptions,
): Promise<Membership> {
  for (const topic of names) {
    for (const { partition, earliest, next } of await topics.offsets(topic)) {
      const given = offsets.find((entry) => entry.topic === topic && entry.partition === partition);
      const start = from === 'earliest' ? earliest : next;
      positions.add([{ topic, partition, offset: given === undefined ? start : given.offset }]);
    }
  }
  const assignment = positions.cursors().map(({ topic, partition }) => ({ topic, partition }));
  return {
    refresh: () => Promise.resolve(true),
    assignment: () => assignment,
    commit: () =>
      Promise.reject(
        new MatineeError('INTERNAL', 'A tail cannot commit', { hint: 'Subscribe with a group instead.' }),
      ),
    leave: () => Promise.resolve(),
  };
}
