/** How far something has come in each partition of the topics. */
import type { RecordPosition } from '../../domain/position.ts';

export interface Frontier {
  /** Says that everything of a partition below `next` is dealt with. Never goes back. */
  reach(topic: string, partition: number, next: number): void;
  /** Says that one record is, whatever lies before it. */
  reachOne(position: RecordPosition): void;
  covers(position: RecordPosition): boolean;
  /** The first offset of a partition that is not known to be dealt with; undefined for an unknown partition. */
  next(topic: string, partition: number): number | undefined;
}

interface PartitionFrontier {
  next: number;
  /** Offsets from `next` on that were reached by themselves. */
  ahead: Set<number>;
}

export function createFrontier(): Frontier {
  const partitions = new Map<string, PartitionFrontier>();

  function frontierOf(topic: string, partition: number): PartitionFrontier {
    const name = `${topic}:${partition}`;
    const frontier = partitions.get(name) ?? { next: 0, ahead: new Set() };
    partitions.set(name, frontier);
    return frontier;
  }

  return {
    reach(topic, partition, next) {
      const frontier = frontierOf(topic, partition);
      if (next <= frontier.next) return;
      frontier.next = next;
      for (const offset of frontier.ahead) if (offset < next) frontier.ahead.delete(offset);
    },
    reachOne({ topic, partition, offset }) {
      const frontier = frontierOf(topic, partition);
      if (offset >= frontier.next) frontier.ahead.add(offset);
    },
    covers({ topic, partition, offset }) {
      const frontier = partitions.get(`${topic}:${partition}`);
      return frontier !== undefined && (offset < frontier.next || frontier.ahead.has(offset));
    },
    next: (topic, partition) => partitions.get(`${topic}:${partition}`)?.next,
  };
}
