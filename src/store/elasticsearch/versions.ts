/** How a document's id and version lie in the cluster. */
import type { DocumentVersion } from '../store.ts';

/** Of event times alike, as many offsets as these bits count are told apart; further ones by `far-versions.ts`. */
export const OFFSET_BITS = 20n;
const OFFSET_MASK = (1n << OFFSET_BITS) - 1n;

/** One whole number that grows as versions do: milliseconds take 43 bits of 63, the offset's last 20 the rest. */
export function encodeVersion({ eventTime, offset }: DocumentVersion): bigint {
  return (BigInt(eventTime) << OFFSET_BITS) | (BigInt(offset) & OFFSET_MASK);
}

export function ratingId(userId: string, movieId: number): string {
  return `${userId}.${movieId}`;
}
