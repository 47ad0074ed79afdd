/** What crosses the ports between the log thread and the threads that use the stream. */
import type { RecordPosition } from '../../domain/position.ts';
import type { Remote } from '../../threads/calls.ts';
import type {
  CommittedOffset,
  PartitionOffsets,
  SubscribeOptions,
  TailOptions,
  TopicSpec,
} from '../stream.ts';

/** Consecutive records of one partition as they lie in the log: `records` frames, `byteLength` bytes. */
export interface OutgoingBatch {
  partition: number;
  records: number;
  byteLength: number;
  /** CRC-32 of the frames, kept with them and checked whenever they are read. */
  checksum: number;
}

/** One `produce` call: the frames of all its batches in one buffer, whose ownership goes with the message. */
export interface AppendRequest {
  topic: string;
  bytes: Uint8Array<ArrayBuffer>;
  batches: readonly OutgoingBatch[];
}

/** Consecutive records read from one partition, appended at one time. */
export interface ReadRun {
  topic: string;
  partition: number;
  firstOffset: number;
  records: number;
  /** Epoch milliseconds. */
  timestamp: number;
}

/** The frames of all runs, one after another, in one transferred buffer. */
export interface PackedRecords {
  bytes: Uint8Array<ArrayBuffer>;
  runs: readonly ReadRun[];
}

export interface AssignedPartition {
  topic: string;
  partition: number;
}

export interface Subscription {
  consumer: string;
  assignment: readonly AssignedPartition[];
}

export interface PollAnswer extends PackedRecords {
  /** The member's partitions, where they changed since the last answer. */
  assignment?: readonly AssignedPartition[];
}

/** What the log thread answers, for each connection. */
export interface LogFunctions {
  /** Resolves once the log is open; rejects with why it cannot be. */
  ready(): Promise<void>;
  partitionCount(topic: string): number;
  ensureTopics(topics: readonly TopicSpec[]): Promise<void>;
  /** The offset of the first record of each batch. */
  append(request: AppendRequest): Promise<number[]>;
  read(topic: string, partition: number, fromOffset: number, maxRecords: number): PackedRecords;
  offsets(topic: string): PartitionOffsets[];
  committed(group: string, topics: readonly string[]): CommittedOffset[];
  applyRetention(nowMs: number): Promise<number>;
  subscribe(options: SubscribeOptions): Promise<Subscription>;
  tail(options: TailOptions): Subscription;
  poll(consumer: string, maxRecords: number, timeoutMs: number): Promise<PollAnswer>;
  commit(consumer: string, records: readonly RecordPosition[]): Promise<void>;
  closeConsumer(consumer: string): Promise<void>;
  /** Closes this connection's consumers and finishes its writes. */
  disconnect(): Promise<void>;
  /** Ends the log thread: every connection's writes are finished, every consumer leaves. */
  shutdown(): Promise<void>;
}

/** The log thread's functions as a client calls them. */
export type LogRemote = Remote<LogFunctions>;
