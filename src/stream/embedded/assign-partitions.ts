/**
 * Who reads what: shares partitions among the members of a group evenly, moving as few as possible (as Kafka's
 * sticky assignor does).
 */

export interface GroupMember {
  id: string;
  topics: readonly string[];
}

export interface AssignablePartition {
  id: number;
  topic: string;
}

/**
 * The member of each partition, by partition id. Every partition whose topic somebody reads has one; two members
 * who could swap a partition never differ by more than one. Partitions of `current` owners stay where that allows it.
 */
export function assignPartitions(
  members: readonly GroupMember[],
  partitions: readonly AssignablePartition[],
  current: ReadonlyMap<number, string>,
): Map<number, string> {
  const sorted = members.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const load = new Map(sorted.map(({ id }) => [id, 0]));
  const loadOf = (id: string) => load.get(id) ?? 0;
  const owners = new Map<number, string>();
  const readersOf = (topic: string) => sorted.filter((member) => member.topics.includes(topic));

  function give(partition: number, member: string): void {
    const before = owners.get(partition);
    if (before !== undefined) load.set(before, loadOf(before) - 1);
    owners.set(partition, member);
    load.set(member, loadOf(member) + 1);
  }

  function leastLoaded(topic: string): string | undefined {
    const [first, ...others] = readersOf(topic);
    return (
      others.reduce((least, next) => (loadOf(next.id) < loadOf(least) ? next.id : least), first?.id ?? '') ||
      undefined
    );
  }

  for (const { id, topic } of partitions) {
    const owner = current.get(id);
    if (owner !== undefined && readersOf(topic).some((member) => member.id === owner)) give(id, owner);
  }
  for (const { id, topic } of partitions) {
    const member = owners.has(id) ? undefined : leastLoaded(topic);
    if (member !== undefined) give(id, member);
  }
  // Each move brings two loads closer together, so that this ends.
  let moved = true;
  while (moved) {
    moved = false;
    for (const { id, topic } of partitions) {
      const owner = owners.get(id);
      const candidate = leastLoaded(topic);
      if (owner === undefined || candidate === undefined || loadOf(owner) - loadOf(candidate) < 2) continue;
      give(id, candidate);
      moved = true;
    }
  }
  return owners;
}
