/** The answer to a batch that the stream has: a position for each, and the one behind all of them. */
import { formatPosition, type RecordPosition } from '../domain/position.ts';
import type { AcceptedBatchAnswer } from './schemas/rating.ts';

export function acceptedBatch(positions: readonly RecordPosition[]): AcceptedBatchAnswer {
  const results = positions.map((position, index) => ({ index, position: formatPosition([position]) }));
  return { position: formatPosition(positions), accepted: results.length, results };
}
