/**
 * Dead letters as records of `movies.dead` and `interactions.dead`, and the markers that settle them. A letter keeps the
 * bytes of its record, so it names persons no more than the topic does: by pseudonym, if only the producer and the API
 * write there.
 */
import { DEAD_HEADER, deadLetterHeaders, type Rejection } from '../domain/dead-letter.ts';
import { formatPosition, parsePosition, type RecordPosition } from '../domain/position.ts';
import { CLEAN_TOPIC, deadTopicOf, type FlowTopic, ORIGIN_HEADER } from '../domain/topics.ts';
import type { OutgoingRecord, StreamRecord } from '../stream/stream.ts';

/** A letter without its bytes. */
export interface DeadLetterSummary {
  /** Where the record came from, `topic:partition:offset`: a record that fails twice there is one letter. */
  id: string;
  /** The topic it was meant for, and goes back to. */
  topic: FlowTopic;
  /** A `RejectionCode`, or `unknown` of a record that somebody else put there. */
  reason: string;
  message: string;
  /** Epoch milliseconds. */
  failedAt: number;
  /** How often it has failed, replays included. */
  attempt: number;
  bytes: number;
  /** Where the letter itself lies. */
  position: RecordPosition;
}

export interface DeadLetter extends DeadLetterSummary {
  key: string | null;
  value: Uint8Array;
  /** The headers the record came with. */
  headers: Readonly<Record<string, string>>;
}

/** What a record of a dead topic is: a letter, or the marker that the letter of this id has been replayed. */
export type DeadTopicEntry = { letter: DeadLetter } | { resolves: string };

/** The letter of a record that was turned away now. */
export function toDeadLetterRecord(
  record: StreamRecord,
  reason: Rejection,
  failedAt: number,
): OutgoingRecord {
  const origin = originOf(record);
  const attempt = attemptsOf(record) + 1;
  return {
    key: record.key,
    value: record.value,
    // A record may claim to be a letter or a marker; its letter must not.
    headers: deadLetterHeaders(reason, { origin, failedAt, attempt }, ownHeaders(record.headers)),
  };
}

export function readDeadTopicEntry(topic: FlowTopic, record: StreamRecord): DeadTopicEntry {
  const { headers: all, key, value, partition, offset } = record;
  const resolves = all[DEAD_HEADER.resolves];
  if (resolves !== undefined) return { resolves };
  const position = { topic: deadTopicOf(topic), partition, offset };
  const failedAt = Number(all[DEAD_HEADER.failedAt]);
  const letter = {
    id: all[DEAD_HEADER.origin] ?? formatPosition([position]),
    topic,
    reason: all[DEAD_HEADER.reason] ?? 'unknown',
    message: all[DEAD_HEADER.message] ?? 'it was not put here by the flow',
    failedAt: Number.isFinite(failedAt) ? failedAt : record.timestamp,
    attempt: Math.max(1, attemptsOf(record)),
    bytes: value.byteLength,
    position,
    key,
    value,
    headers: ownHeaders(all),
  };
  return { letter };
}

/** The record to put back where the letter came from: its bytes as they were. */
export function toReplayedRecord({ key, value, headers, attempt }: DeadLetter): OutgoingRecord {
  return { key, value, headers: { ...headers, [DEAD_HEADER.attempt]: String(attempt) } };
}

/** The marker that settles a letter, on every kind of stream: a log can only be added to. */
export function toMarker({ id, key }: DeadLetter): OutgoingRecord {
  return { key, value: '', headers: { [DEAD_HEADER.resolves]: id } };
}

/** Where a record was before Spark wrote it anew, whoever cleans it: a record that fails is one letter in either runner. */
function originOf(record: StreamRecord): string {
  const origin = record.topic === CLEAN_TOPIC ? record.headers[ORIGIN_HEADER] : undefined;
  return origin !== undefined && parsePosition(origin) !== null ? origin : formatPosition([record]);
}

function attemptsOf({ headers }: StreamRecord): number {
  const attempts = Number(headers[DEAD_HEADER.attempt] ?? 0);
  return Number.isSafeInteger(attempts) && attempts >= 0 ? attempts : 0;
}

const OURS: ReadonlySet<string> = new Set(Object.values(DEAD_HEADER));

function ownHeaders(headers: StreamRecord['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OURS.has(name)));
}
