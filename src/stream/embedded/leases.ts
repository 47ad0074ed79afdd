/**
 * Keeps the members of this process alive in their groups, and notices those of others that died: one transaction
 * every third of a lease renews all of ours and takes out whose lease ended.
 */
import type { GroupTable } from './group-table.ts';
import type { WriteQueue } from './write-queue.ts';

export interface LeaseHolder {
  readonly group: string;
  /** Its present id: a member that was expired comes back under another. */
  memberId(): string;
}

export interface Leases {
  /** How long a member that gives no sign of life keeps its partitions, in milliseconds. */
  readonly durationMs: number;
  add(holder: LeaseHolder): void;
  remove(holder: LeaseHolder): void;
}

export function createLeases(queue: WriteQueue, groups: GroupTable, durationMs: number): Leases {
  const holders = new Set<LeaseHolder>();
  let timer: NodeJS.Timeout | undefined;

  function renewAll(): void {
    const now = Date.now();
    for (const holder of holders) groups.renew(holder.group, holder.memberId(), now + durationMs);
    for (const group of new Set([...holders].map((holder) => holder.group))) groups.expire(group, now);
  }

  function beat(): void {
    // A lease that cannot be renewed in time ends; its holder finds that out, and why, when it polls and joins again.
    queue.write(0, renewAll).catch(() => undefined);
  }

  return {
    durationMs,
    add(holder) {
      holders.add(holder);
      timer ??= setInterval(beat, durationMs / 3);
    },
    remove(holder) {
      holders.delete(holder);
      if (holders.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
