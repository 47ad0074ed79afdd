/**
 * The port of the stream: topics of records, split into partitions, kept in order within each, read by consumer
 * groups that commit how far they have come. `embedded/` keeps it in the home, `kafka/` on a broker; both pass
 * `stream.contract.ts`. Delivery is at least once.
 */
import type { RecordPosition } from '../domain/position.ts';

export interface TopicSpec {
  name: string;
  partitions: number;
  /** Records older than this may be dropped, oldest first; null keeps them for ever. */
  retentionMs: number | null;
}

/** A record to append. Records with the same key go to the same partition, and so keep their order. */
export interface OutgoingRecord {
  key: string | null;
  value: Uint8Array | string;
  headers?: Readonly<Record<string, string>>;
}

/** A record as it lies in the stream. `value` may be a view of a buffer shared with its neighbours. */
export interface StreamRecord {
  topic: string;
  partition: number;
  /** Grows by one a record within a partition, from 0; retention leaves gaps at the start only. */
  offset: number;
  key: string | null;
  value: Uint8Array;
  headers: Readonly<Record<string, string>>;
  /** When it was appended, in epoch milliseconds. */
  timestamp: number;
}

/** The first offset still kept and the next to be given, of one partition. */
export interface PartitionOffsets {
  partition: number;
  earliest: number;
  next: number;
}

/** How far a group has come in one partition: `offset` is the next it wants, null before its first commit. */
export interface CommittedOffset {
  topic: string;
  partition: number;
  offset: number | null;
}

export interface PollOptions {
  /** At most this many records. */
  maxRecords: number;
  /** How long to wait for a first record; 0 looks once. */
  timeoutMs: number;
}

/** A member of a consumer group, or a reader outside of any (`tail`). */
export interface Consumer {
  /**
   * The next records of the partitions assigned to this member, in order within each; empty when none came in
   * time. Nothing is read ahead of the caller beyond one bounded batch, and no two polls run at once.
   */
  poll(options: PollOptions): Promise<StreamRecord[]>;
  /**
   * Makes durable that everything up to and including these records is dealt with. A group that starts again
   * begins behind them. Offsets of partitions this member has lost meanwhile are refused (`CONFLICT`): another
   * member has them now. A tail cannot commit.
   */
  commit(records: readonly RecordPosition[]): Promise<void>;
  /** The partitions assigned now. */
  assignment(): readonly { topic: string; partition: number }[];
  /** Leaves the group, so that the others take over at once. A poll under way returns empty. */
  close(): Promise<void>;
}

export interface SubscribeOptions {
  group: string;
  topics: readonly string[];
}

/** Where a tail begins, for partitions that `offsets` does not name: the oldest kept, or what comes next. */
export interface TailOptions {
  topics: readonly string[];
  from: 'earliest' | 'latest';
  offsets?: readonly RecordPosition[];
}

export interface Stream {
  /** Creates what is missing; raises nothing for what is there. Fewer partitions than asked for is `CONFLICT`. */
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  /**
   * Appends in order and resolves once all are durable (fsync or the broker's full acknowledgement), with the
   * position of each. All of them or none on the embedded log; on a broker a failure may leave a prefix.
   */
  produce(topic: string, records: readonly OutgoingRecord[]): Promise<RecordPosition[]>;
  /** Joins a consumer group; a group without commits begins at the oldest record. */
  subscribe(options: SubscribeOptions): Promise<Consumer>;
  /** Reads every partition outside of any group. */
  tail(options: TailOptions): Promise<Consumer>;
  /** Up to `maxRecords` records of one partition from `fromOffset` on, without waiting. */
  read(topic: string, partition: number, fromOffset: number, maxRecords: number): Promise<StreamRecord[]>;
  offsets(topic: string): Promise<PartitionOffsets[]>;
  committed(group: string, topics: readonly string[]): Promise<CommittedOffset[]>;
  /** Drops records older than each topic's retention, and says how many. */
  applyRetention(nowMs: number): Promise<number>;
  close(): Promise<void>;
}
