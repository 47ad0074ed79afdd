/**
 * Where an accepted record lies, as the opaque text that `POST` answers with and `?after=` takes:
 * `topic:partition:offset`, several joined by commas.
 */

export interface RecordPosition {
  topic: string;
  partition: number;
  offset: number;
}

const PART = /^([a-z][a-z.]{0,60}):(\d{1,5}):(\d{1,15})$/;
const MAX_PARTS = 256;

/** The text of one or several positions, keeping only the furthest offset of each partition. */
export function formatPosition(positions: readonly RecordPosition[]): string {
  const furthest = new Map<string, number>();
  for (const { topic, partition, offset } of positions) {
    const partitionName = `${topic}:${partition}`;
    furthest.set(partitionName, Math.max(offset, furthest.get(partitionName) ?? 0));
  }
  return [...furthest].map(([partitionName, offset]) => `${partitionName}:${offset}`).join(',');
}

/** Reads what `formatPosition` wrote; null for any other text. */
export function parsePosition(text: string): RecordPosition[] | null {
  const parts = text.split(',');
  if (parts.length > MAX_PARTS) return null;
  const positions: RecordPosition[] = [];
  for (const part of parts) {
    const [, topic, partition, offset] = PART.exec(part) ?? [];
    if (topic === undefined) return null;
    positions.push({ topic, partition: Number(partition), offset: Number(offset) });
  }
  return positions;
}
