/** How many records of a topic are from before a moment, without reading them all: a partition is in order of time. */
import type { PartitionOffsets, Stream } from '../../stream/stream.ts';

type ReadStream = Pick<Stream, 'offsets' | 'read'>;

/** `before` in epoch milliseconds. */
export async function countOldRecords(stream: ReadStream, topic: string, before: number): Promise<number> {
  const partitions = await stream.offsets(topic);
  const counts = await Promise.all(partitions.map((offsets) => countOld(stream, topic, offsets, before)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Bisects for the first record that is young enough. */
async function countOld(
  stream: ReadStream,
  topic: string,
  { partition, earliest, next }: PartitionOffsets,
  before: number,
): Promise<number> {
  let [from, to] = [earliest, next];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const [record] = await stream.read(topic, partition, middle, 1);
    if (record !== undefined && record.timestamp < before) from = middle + 1;
    else to = middle;
  }
  return from - earliest;
}
