/** A poll's records → what to write of them and what to turn away. */
import type { Rejection } from '../domain/dead-letter.ts';
import { MatineeError } from '../domain/errors.ts';
import type { RecordPosition } from '../domain/position.ts';
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
  /** The last record of each partition: committing it commits all before it. */
  positions: RecordPosition[];
}

export function prepare(records: readonly StreamRecord[], window: EventWindow): PreparedBatch {
  const writes: PreparedWrite[] = [];
  const rejections: RejectedRecord[] = [];
  for (const record of records) {
    const outcome = operate(rulesOf(record), record, window);
    if (outcome.ok) writes.push({ write: outcome.value, record });
    else rejections.push({ record, reason: outcome.reason });
  }
  return { writes, rejections, positions: lastPositions(records) };
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
