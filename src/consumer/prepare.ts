/** A poll's records → opened, what to write of them and what to turn away. */
import type { Rejection } from '../domain/dead-letter.ts';
import { MatineeError } from '../domain/errors.ts';
import type { RecordPosition } from '../domain/position.ts';
import type { OpenedRecord } from '../domain/record-cipher.ts';
import { type FlowTopic, flowTopicOf } from '../domain/topics.ts';
import type { StreamRecord } from '../stream/stream.ts';
import { operate } from './operate.ts';
import type { Write } from './to-write.ts';
import type { EventWindow } from './validate.ts';

/** A write, and the record it was made of. */
export interface PreparedWrite {
  write: Write;
  record: StreamRecord;
}

export interface RejectedRecord {
  record: StreamRecord;
  reason: Rejection;
}

export interface PreparedBatch {
  writes: PreparedWrite[];
  rejections: RejectedRecord[];
  /** Records of persons who were erased: nobody can read them any more. */
  erased: number;
  /** The last record of each partition: committing it commits all before it. */
  positions: RecordPosition[];
}

/** `opened` is what each record is inside; a dead letter keeps the record as it lay in the stream. */
export function prepare(
  records: readonly StreamRecord[],
  opened: readonly OpenedRecord[],
  window: EventWindow,
): PreparedBatch {
  const writes: PreparedWrite[] = [];
  const rejections: RejectedRecord[] = [];
  let erased = 0;
  for (const [place, record] of records.entries()) {
    const inside = opened[place] ?? notOpened(record);
    if (inside.kind === 'erased') {
      erased += 1;
      continue;
    }
    const { offset } = record;
    const outcome =
      inside.kind === 'clear'
        ? operate(rulesOf(record), { value: inside.value, offset }, window)
        : { ok: false as const, reason: inside.reason };
    if (outcome.ok) writes.push({ write: outcome.value, record });
    else rejections.push({ record, reason: outcome.reason });
  }
  return { writes, rejections, erased, positions: lastPositions(records) };
}

function notOpened({ topic }: StreamRecord): never {
  throw new MatineeError('INTERNAL', `a record of topic ${topic} was not opened`);
}

function rulesOf({ topic }: StreamRecord): FlowTopic {
  const known = flowTopicOf(topic);
  if (known !== null) return known;
  throw new MatineeError(
    'INTERNAL',
    `the consumer was given a record of topic ${topic}, which it did not ask for`,
  );
}

function lastPositions(records: readonly StreamRecord[]): RecordPosition[] {
  const last = new Map<string, RecordPosition>();
  for (const { topic, partition, offset } of records) {
    last.set(`${topic}:${partition}`, { topic, partition, offset });
  }
  return [...last.values()];
}
