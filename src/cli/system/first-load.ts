/** Whether what lies in the stream has reached the index. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Stream } from '../../stream/stream.ts';
import { indexerLag } from '../flow/partitions.ts';

const LOOK_EVERY_MS = 20;

/** Resolves once nothing is left to index. */
export async function untilDrained(stream: Pick<Stream, 'offsets' | 'committed' | 'read'>): Promise<void> {
  while ((await indexerLag(stream)) > 0) await delay(LOOK_EVERY_MS);
}
