/**
 * Consumer groups in the log: members with leases, who reads which partition, and how far each group has come. All
 * processes on a log see the same tables. Every function that changes them runs inside a transaction.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { RecordPosition } from '../../domain/position.ts';
import { assignPartitions, type GroupMember } from './assign-partitions.ts';
import { numberOf, textOf } from './row.ts';
import type { PartitionRow, TopicTable } from './topic-table.ts';

/** A partition that a member holds since a generation of the group. */
export interface HeldPartition {
  partition: PartitionRow;
  generation: number;
  /** Where the group begins: behind its last commit, or at the first record kept. */
  begin: number;
}

export interface GroupTable {
  join(group: string, member: GroupMember, leaseUntil: number): void;
  leave(group: string, member: string): void;
  /** Extends a member's lease; false when it has been expired meanwhile. */
  renew(group: string, member: string, leaseUntil: number): boolean;
  /** Takes out the members whose lease ended before `now`, and shares their partitions among the others. */
  expire(group: string, now: number): void;
  /** Grows whenever partitions change hands; 0 for a group that never had a member. */
  generation(group: string): number;
  /** What a member holds; null when it is no member (any more). */
  held(group: string, member: GroupMember): HeldPartition[] | null;
  /** Moves the group's offset to `next` if the member holds the partition since `generation`; false if not. */
  commit(group: string, member: string, partition: number, generation: number, next: number): boolean;
  committed(group: string, partition: number): number | null;
}

/** The furthest of these positions in each partition. */
export function furthestOf(records: readonly RecordPosition[]): RecordPosition[] {
  const furthest = new Map<string, RecordPosition>();
  for (const record of records) {
    const partition = `${record.topic}:${record.partition}`;
    if (record.offset >= (furthest.get(partition)?.offset ?? 0)) furthest.set(partition, record);
  }
  return [...furthest.values()];
}

export function createGroupTable(database: DatabaseSync, topics: TopicTable): GroupTable {
  const sql = {
    raiseGeneration: database.prepare(
      `INSERT INTO consumer_group (name, generation) VALUES (?, 1)
       ON CONFLICT (name) DO UPDATE SET generation = generation + 1 RETURNING generation`,
    ),
    generation: database.prepare('SELECT generation FROM consumer_group WHERE name = ?'),
    addMember: database.prepare(
      'INSERT INTO member (group_name, id, topics, lease_until) VALUES (?, ?, ?, ?)',
    ),
    dropMember: database.prepare('DELETE FROM member WHERE group_name = ? AND id = ?'),
    dropExpired: database.prepare('DELETE FROM member WHERE group_name = ? AND lease_until < ?'),
    renew: database.prepare('UPDATE member SET lease_until = ? WHERE group_name = ? AND id = ?'),
    members: database.prepare('SELECT id, topics FROM member WHERE group_name = ?'),
    isMember: database.prepare('SELECT 1 FROM member WHERE group_name = ? AND id = ?'),
    owners: database.prepare('SELECT partition_id, member_id FROM assignment WHERE group_name = ?'),
    assign: database.prepare(
      `INSERT INTO assignment (group_name, partition_id, member_id, generation) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET member_id = excluded.member_id, generation = excluded.generation`,
    ),
    unassign: database.prepare('DELETE FROM assignment WHERE group_name = ? AND partition_id = ?'),
    held: database.prepare(
      'SELECT partition_id, generation FROM assignment WHERE group_name = ? AND member_id = ? ORDER BY partition_id',
    ),
    holds: database.prepare(
      'SELECT 1 FROM assignment WHERE group_name = ? AND partition_id = ? AND member_id = ? AND generation = ?',
    ),
    // Never backwards: what a member said is dealt with stays so.
    commit: database.prepare(
      `INSERT INTO group_offset (group_name, partition_id, next_offset) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET next_offset = max(next_offset, excluded.next_offset)`,
    ),
    committed: database.prepare(
      'SELECT next_offset FROM group_offset WHERE group_name = ? AND partition_id = ?',
    ),
  };

  function membersOf(group: string): GroupMember[] {
    return sql.members.all(group).map((row) => ({
      id: textOf(row, 'id'),
      topics: textOf(row, 'topics').split(' '),
    }));
  }

  function rebalance(group: string): void {
    const generation = numberOf(sql.raiseGeneration.get(group), 'generation');
    const members = membersOf(group);
    const read = new Set(members.flatMap((member) => member.topics));
    const partitions = [...read].sort().flatMap((topic) => topics.partitions(topic));
    const owners = new Map(
      sql.owners.all(group).map((row) => [numberOf(row, 'partition_id'), textOf(row, 'member_id')]),
    );
    const next = assignPartitions(members, partitions, owners);
    for (const partition of owners.keys()) if (!next.has(partition)) sql.unassign.run(group, partition);
    for (const [partition, member] of next) {
      if (owners.get(partition) !== member) sql.assign.run(group, partition, member, generation);
    }
  }

  function committed(group: string, partition: number): number | null {
    const row = sql.committed.get(group, partition);
    return row ? numberOf(row, 'next_offset') : null;
  }

  return {
    join(group, member, leaseUntil) {
      sql.addMember.run(group, member.id, member.topics.join(' '), leaseUntil);
      rebalance(group);
    },
    leave(group, member) {
      if (Number(sql.dropMember.run(group, member).changes) > 0) rebalance(group);
    },
    renew: (group, member, leaseUntil) => Number(sql.renew.run(leaseUntil, group, member).changes) > 0,
    expire(group, now) {
      if (Number(sql.dropExpired.run(group, now).changes) > 0) rebalance(group);
    },
    generation(group) {
      const row = sql.generation.get(group);
      return row ? numberOf(row, 'generation') : 0;
    },
    held(group, member) {
      if (!sql.isMember.get(group, member.id)) return null;
      const rows = new Map(
        member.topics.flatMap((topic) => topics.partitions(topic)).map((row) => [row.id, row]),
      );
      return sql.held.all(group, member.id).flatMap((row) => {
        const partition = rows.get(numberOf(row, 'partition_id'));
        if (!partition) return [];
        const begin = committed(group, partition.id) ?? topics.offsets(partition).earliest;
        return [{ partition, generation: numberOf(row, 'generation'), begin }];
      });
    },
    commit(group, member, partition, generation, next) {
      if (!sql.holds.get(group, partition, member, generation)) return false;
      sql.commit.run(group, partition, next);
      return true;
    },
    committed,
  };
}
