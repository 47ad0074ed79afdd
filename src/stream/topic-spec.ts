/** Which topics there can be, the same in every adapter. */
import { MatineeError } from '../domain/errors.ts';
import type { TopicSpec } from './stream.ts';

const TOPIC_NAME = /^[a-z][a-z.]{0,60}$/;
const MAX_PARTITIONS = 1_024;

/** `BAD_INPUT` for a specification that is none. */
export function checkSpec({ name, partitions, retentionMs }: TopicSpec): void {
  const fail = (message: string, hint: string) => new MatineeError('BAD_INPUT', message, { hint });
  if (!TOPIC_NAME.test(name)) {
    throw fail(
      `${JSON.stringify(name)} cannot be the name of a topic`,
      'Use up to 61 small letters and dots.',
    );
  }
  if (!Number.isInteger(partitions) || partitions < 1 || partitions > MAX_PARTITIONS) {
    throw fail(`Topic ${name} cannot have ${partitions} partitions`, `Ask for 1 to ${MAX_PARTITIONS}.`);
  }
  if (retentionMs !== null && !(Number.isSafeInteger(retentionMs) && retentionMs >= 0)) {
    throw fail(
      `Topic ${name} cannot keep its records for ${retentionMs} ms`,
      'Give whole milliseconds, or null.',
    );
  }
}

/** What is wrong with a topic that has fewer partitions than asked for. */
export function fewerPartitions({ name, partitions }: TopicSpec, present: number): MatineeError {
  return new MatineeError(
    'CONFLICT',
    `Topic ${name} has ${present} partitions, not the ${partitions} asked for`,
    {
      hint: `Ask for ${present}: a log cannot add partitions without moving keys, which would break their order.`,
    },
  );
}
