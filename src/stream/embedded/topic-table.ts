/** The topics and partitions of the log. Neither is ever removed, so that what was looked up once stays true. */
import type { DatabaseSync } from 'node:sqlite';
import { MatineeError } from '../../domain/errors.ts';
import type { PartitionOffsets, TopicSpec } from '../stream.ts';
import { checkSpec, fewerPartitions } from '../topic-spec.ts';
import { numberOf } from './row.ts';

/** A partition as the other tables name it. */
export interface PartitionRow {
  id: number;
  topic: string;
  partition: number;
}

export interface TopicTable {
  /** `BAD_INPUT` for a specification that is none, `CONFLICT` for more partitions than the topic has. */
  check(spec: TopicSpec): void;
  /** Creates a topic that was checked, or takes over its retention; inside a transaction. */
  ensure(spec: TopicSpec): void;
  /** The partitions of a topic by number; `NOT_FOUND` without such a topic. */
  partitions(topic: string): readonly PartitionRow[];
  /** One partition; `NOT_FOUND` without such a topic or number. */
  partition(topic: string, partition: number): PartitionRow;
  offsets(partition: PartitionRow): PartitionOffsets;
}

export function createTopicTable(database: DatabaseSync): TopicTable {
  const known = new Map<string, readonly PartitionRow[]>();
  const selectPartitions = database.prepare(
    `SELECT partition.id, partition.number FROM partition JOIN topic ON topic.id = topic_id
     WHERE topic.name = ? ORDER BY partition.number`,
  );
  const selectOffsets = database.prepare('SELECT earliest_offset, next_offset FROM partition WHERE id = ?');
  const upsertTopic = database.prepare(
    `INSERT INTO topic (name, retention_ms) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET retention_ms = excluded.retention_ms RETURNING id`,
  );
  const insertPartition = database.prepare('INSERT INTO partition (topic_id, number) VALUES (?, ?)');

  function find(topic: string): readonly PartitionRow[] {
    const cached = known.get(topic);
    if (cached) return cached;
    const rows = selectPartitions
      .all(topic)
      .map((row) => ({ id: numberOf(row, 'id'), topic, partition: numberOf(row, 'number') }));
    // Inside a transaction the rows may still be undone.
    if (rows.length > 0 && !database.isTransaction) known.set(topic, rows);
    return rows;
  }

  function partitions(topic: string): readonly PartitionRow[] {
    const rows = find(topic);
    if (rows.length > 0) return rows;
    throw new MatineeError('NOT_FOUND', `There is no topic ${JSON.stringify(topic)} in the log`, {
      hint: 'Create it with ensureTopics first.',
    });
  }

  return {
    check(spec) {
      checkSpec(spec);
      const { length } = find(spec.name);
      if (length > 0 && length < spec.partitions) throw fewerPartitions(spec, length);
    },
    ensure({ name, partitions: count, retentionMs }) {
      const id = numberOf(upsertTopic.get(name, retentionMs), 'id');
      if (find(name).length > 0) return;
      for (let number = 0; number < count; number++) insertPartition.run(id, number);
    },
    partitions,
    partition(topic, partition) {
      const row = partitions(topic)[partition];
      if (row) return row;
      throw new MatineeError('NOT_FOUND', `Topic ${topic} has no partition ${partition}`, {
        hint: `Its partitions are 0 to ${partitions(topic).length - 1}.`,
      });
    },
    offsets({ id, partition }) {
      const row = selectOffsets.get(id);
      return { partition, earliest: numberOf(row, 'earliest_offset'), next: numberOf(row, 'next_offset') };
    },
  };
}
