/** The open log of one process: its parts, put together, and how it ends. */
import type { DatabaseSync } from 'node:sqlite';
import { type Appender, createAppender } from './appender.ts';
import { openLogDatabase } from './database.ts';
import { createGroupTable, type GroupTable } from './group-table.ts';
import { createLeases, type Leases } from './leases.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import { createRetention, type Retention } from './retention.ts';
import { numberOf } from './row.ts';
import { createTopicTable, type TopicTable } from './topic-table.ts';
import { createWakeSignal, type WakeSignal } from './wake-signal.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';

export interface Log {
  readonly database: DatabaseSync;
  readonly queue: WriteQueue;
  readonly topics: TopicTable;
  readonly appender: Appender;
  readonly read: LogReader;
  readonly groups: GroupTable;
  readonly leases: Leases;
  readonly signal: WakeSignal;
  readonly retention: Retention;
}

/** Opens the log at `file`; `leaseMs` is how long a silent member of a group keeps its partitions. */
export function openLog(file: string, leaseMs: number): Log {
  const database = openLogDatabase(file);
  const version = database.prepare('PRAGMA data_version');
  const signal = createWakeSignal(() => numberOf(version.get(), 'data_version'));
  const queue = createWriteQueue(database, signal.wake);
  const topics = createTopicTable(database);
  const groups = createGroupTable(database, topics);
  const appender = createAppender(database, queue, topics);
  return {
    database,
    queue,
    topics,
    appender,
    read: createLogReader(database),
    groups,
    leases: createLeases(queue, groups, leaseMs),
    signal,
    retention: createRetention(database, queue, appender),
  };
}
