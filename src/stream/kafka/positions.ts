/** Where a consumer stands in each partition that it has, and what it holds of what was fetched. */
import type { StreamRecord } from '../stream.ts';
import type { Cursor, Fetched } from './reader.ts';

export interface Positions {
  /** Stands at these places too. */
  add(cursors: readonly Cursor[]): void;
  /** Forgets every partition but these, with what is held of it. */
  retain(keeps: (topic: string, partition: number) => boolean): void;
  has(topic: string, partition: number): boolean;
  cursors(): readonly Cursor[];
  /** Keeps what came, unless its partition was lost or moved meanwhile. */
  hold(fetched: readonly Fetched[]): void;
  /** Up to so many of the records held, another partition first each time so that a busy one does not hide the others. */
  take(count: number): StreamRecord[];
}

interface Place extends Cursor {
  held: StreamRecord[];
}

export function createPositions(): Positions {
  const places = new Map<string, Place>();
  let turns = 0;
  const nameOf = (topic: string, partition: number) => `${topic}:${partition}`;

  return {
    add(cursors) {
      for (const cursor of cursors)
        places.set(nameOf(cursor.topic, cursor.partition), { ...cursor, held: [] });
    },
    retain(keeps) {
      for (const [name, { topic, partition }] of places) if (!keeps(topic, partition)) places.delete(name);
    },
    has: (topic, partition) => places.has(nameOf(topic, partition)),
    cursors: () => [...places.values()].map(({ topic, partition, offset }) => ({ topic, partition, offset })),
    hold(fetched) {
      for (const { cursor, records, next } of fetched) {
        const place = places.get(nameOf(cursor.topic, cursor.partition));
        if (place === undefined || place.offset !== cursor.offset || place.held.length > 0) continue;
        place.held = records;
        place.offset = next;
      }
    },
    take(count) {
      const all = [...places.values()];
      const first = all.length === 0 ? 0 : turns++ % all.length;
      const taken: StreamRecord[] = [];
      for (const place of [...all.slice(first), ...all.slice(0, first)]) {
        const part = place.held.slice(0, count - taken.length);
        place.held = place.held.slice(part.length);
        taken.push(...part);
        if (taken.length === count) break;
      }
      return taken;
    },
  };
}
